import type * as z from 'zod/mini';

/** What is wrong with an input, in words; zod's own would be 86 KB of languages. */
export function wrongInput(input: unknown, issue: z.core.$ZodIssue | undefined): string {
  const name = issue?.path.join('.') || 'the input';
  const given = (issue?.path ?? []).reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown>)?.[key],
    input,
  );
  if (given === undefined) return `${name} is missing`;
  if (issue?.code === 'invalid_type') return `${name} must be a ${issue.expected}`;
  if (issue?.code === 'invalid_value') return `${name} must be ${issue.values.join(' or ')}`;
  if (issue?.code === 'too_big') return `${name} is larger than ${issue.maximum}`;
  return `${name} is not understood`;
}
