import { type Spreadsheet, say } from './platform.ts';

let made: string[] = [];

/** Call when Google calls: a script that stayed loaded would say again what an earlier call made. */
export function startMade(): void {
  made = [];
}

/** A sheet that people see and that the add-on has just made. */
export function noteMade(name: string): void {
  made.push(name);
}

/** The sheets made by this call, which a toast says: they come beside what was asked for. */
export function sayWhatWasMade(spreadsheet: Spreadsheet): readonly string[] {
  const words = `New ${made.length === 1 ? 'sheet' : 'sheets'}: ${made.join(', ')}.`;
  if (made.length > 0) say(spreadsheet, words);
  return made;
}
