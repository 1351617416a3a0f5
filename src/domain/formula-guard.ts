/** Text that a spreadsheet program would run as a formula. Plain signed numbers (-5, +3.2) are left alone. */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nearly every text begins with a letter.
  if (first > 64) return false;
  // Line ends count alike: a file's are made one kind when it is read.
  if (first === 61 || first === 64 || first === 9 || first === 10 || first === 13) return true;
  return (first === 43 || first === 45) && !/^[+-](?:\d[\d.,]*|\.\d+)%?$/.test(text);
}

/**
 * Puts an apostrophe ahead of formula-like text for CSV, and of text that begins with apostrophes and then such a text, so
 * that `unguard` gives back exactly what went in.
 */
export function guard(text: string): string {
  return looksLikeFormula(withoutApostrophes(text)) ? `'${text}` : text;
}

/**
 * Takes one guarding apostrophe off again; other apostrophes are text. Other programs guard the zeros of numbers as
 * formulas, `="0012"`: what a spreadsheet shows of such a file is 0012.
 */
export function unguard(text: string): string {
  if (text.charCodeAt(0) === 39 && looksLikeFormula(withoutApostrophes(text))) return text.slice(1);
  return text.startsWith('="') ? text.replace(/^="(\d+)"$/, '$1') : text;
}

function withoutApostrophes(text: string): string {
  return text.replace(/^'+/, '');
}
