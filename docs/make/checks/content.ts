import type { RuleId } from '../../../src/domain/issue.ts';
import { type CheckExample, code, content } from './example.ts';

export const CONTENT_CHECKS = {
  'content-unknown-code': {
    why: 'Equality is the link: content with a code that nothing else has belongs to no step and to no path. Mostly it is a slip of the pen, or a code that was added in the LMS and not here.',
    wrong: { content: [content('3', 'Quiz', 'Fire safety quiz', 'Yes', 'FIRE-SAFTY')] },
    right: { content: [content('3', 'Quiz', 'Fire safety quiz', 'Yes', '')] },
  },
  'content-code-not-in-records': {
    why: 'In the LMS the code ties content to people’s training records, so only content that is used in training records can have one.',
    wrong: {
      codes: [code('LADDERS', 'Ladders')],
      content: [content('3', 'Course', 'Ladders', 'No', 'LADDERS')],
    },
    right: {
      codes: [code('LADDERS', 'Ladders')],
      content: [content('3', 'Course', 'Ladders', 'Yes', 'LADDERS')],
    },
  },
  'content-used-in-records': {
    why: 'Whether content may carry a code depends on this cell. Yes, Y, 1 and a tick are yes; No, N, 0, an unticked box and a blank are no; anything else would be a guess.',
    wrong: { content: [content('3', 'Course', 'Ladders', 'Sometimes', '')] },
    right: { content: [content('3', 'Course', 'Ladders', 'No', '')] },
  },
  'content-type': {
    why: 'A course and a quiz may have the same number in the LMS: only type and id together say which content is meant. Event is read as Training Event.',
    wrong: { content: [content('3', 'Webinar', 'Ladders', 'No', '')] },
    right: { content: [content('3', 'Training Event', 'Ladders', 'No', '')] },
  },
  'content-duplicate': {
    why: 'One content in two rows can carry two codes and have two owners. A checklist would then ask for the same work twice.',
    wrong: { content: [content('1', 'Course', 'Fire safety basics', 'Yes', 'FIRE-SAFETY')] },
    right: {},
  },
  'content-code-shared': {
    why: 'Completing either content gives the same code and so the same step. That can be meant (a course and the event that replaces it), or it can be a copied row.',
    wrong: { content: [content('3', 'Quiz', 'Fire safety quiz', 'Yes', 'FIRE-SAFETY')] },
    right: { content: [content('3', 'Quiz', 'Fire safety quiz', 'Yes', '')] },
  },
  'content-object-id-missing': {
    why: 'The Object Id is how a training record names the content.',
    wrong: { content: [content('', 'Course', 'Ladders', 'No', '')] },
    right: { content: [content('3', 'Course', 'Ladders', 'No', '')] },
  },
  'content-title-missing': {
    why: 'Checklists, problems and messages to owners name content by its title. A number alone does not help anybody to find it.',
    wrong: { content: [content('3', 'Course', '', 'No', '')] },
    right: { content: [content('3', 'Course', 'Ladders', 'No', '')] },
  },
} satisfies Partial<Record<RuleId, CheckExample>>;
