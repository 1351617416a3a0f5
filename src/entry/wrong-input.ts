import type * as z from 'zod/mini';

/** What is wrong with an input, in words; zod's own would be 86 KB of languages. */
export function wrongInput(input: unknown, issue: z.core.$ZodIssue | undefined): string {
  const name = issue?.path.join('.') || 'the input';
  const given = (issue?.path ?? []).reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown>)?.[key],
    input,
  );
  if (given === undefined) return `${name} is missing`;
  switch (issue?.code) {
    case 'invalid_type':
      return `${name} must be ${issue.expected === 'int' ? 'a whole number' : `a ${issue.expected}`}`;
    case 'invalid_value':
      return `${name} must be ${issue.values.join(' or ')}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `${name} is longer than ${issue.maximum} characters`
        : `${name} must be at most ${issue.maximum}`;
    case 'too_small':
      return `${name} must be at least ${issue.minimum}`;
    default:
      return `${name} is not understood`;
  }
}
