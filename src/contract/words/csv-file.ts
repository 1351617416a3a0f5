import type { Refusal, RefusalReason } from '../../domain/plan.ts';

export const UNCHANGED = 'Nothing was changed.';

/** Why a file is not read, in words that the sidebar says before it asks the server. */
export const CSV_FILE_WORDS = {
  'file-empty': () => `The file holds no rows below its headings. ${UNCHANGED}`,
  'file-unreadable': (a) =>
    `The file cannot be read: ${a.detail}. Save it again as CSV, then try again. ${UNCHANGED}`,
  'file-not-csv': (a) => `This is not a CSV file but ${a.kind}. Save it as CSV, then try again. ${UNCHANGED}`,
  'file-too-large': () => `The file is larger than 20 MB. Split it into smaller files. ${UNCHANGED}`,
} satisfies Partial<Record<RefusalReason, (args: Refusal['args']) => string>>;

export function csvFileMessage({ reason, args }: Refusal): string {
  const words: Partial<Record<RefusalReason, (args: Refusal['args']) => string>> = CSV_FILE_WORDS;
  return words[reason]?.(args) ?? '';
}
