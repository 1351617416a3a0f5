import type { RuleId } from '../../../src/domain/issue.ts';
import { type CheckExample, code, content, path } from './example.ts';

const LADDERS = code('LADDERS', 'Ladders');
const LADDERS_COURSE = content('3', 'Course', 'Ladders', 'Yes', 'LADDERS');
const YARD = code('YARD', 'The yard path');

export const PATH_CHECKS = {
  'path-id-missing': {
    why: 'The Path Id says which rows belong together. A row without one is part of no path.',
    wrong: { paths: [path('', 3, 'Fire safety again', 'FIRE-SAFETY')] },
    right: {
      codes: [YARD],
      paths: [path('P2', '', 'Yard', 'YARD'), path('P2', 1, 'Fire safety again', 'FIRE-SAFETY')],
    },
  },
  'path-row-missing': {
    why: 'The row with a blank Step is the path itself: its title and its own code stand there.',
    wrong: { paths: [path('P2', 1, 'First aid day', 'FIRST-AID')] },
    right: {
      codes: [YARD],
      paths: [path('P2', '', 'Yard', 'YARD'), path('P2', 1, 'First aid day', 'FIRST-AID')],
    },
  },
  'path-row-duplicate': {
    why: 'A path has one title and one code. With two own rows it is not clear which is meant. Often a step lost its number.',
    wrong: {
      codes: [LADDERS],
      content: [LADDERS_COURSE],
      paths: [path('P1', '', 'Ladders', 'LADDERS')],
    },
    right: {
      codes: [LADDERS],
      content: [LADDERS_COURSE],
      paths: [path('P1', 3, 'Ladders', 'LADDERS')],
    },
  },
  'path-without-steps': {
    why: 'Progress counts steps. A path that has none can neither be begun nor finished.',
    wrong: { codes: [YARD], paths: [path('P2', '', 'Yard', 'YARD')] },
    right: {
      codes: [YARD],
      paths: [path('P2', '', 'Yard', 'YARD'), path('P2', 1, 'First aid day', 'FIRST-AID')],
    },
  },
  'path-code-missing': {
    why: 'Every path and every step needs a code: it is what a record must carry for the step to count.',
    wrong: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 3, 'Ladders', '')] },
    right: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 3, 'Ladders', 'LADDERS')] },
  },
  'path-unknown-code': {
    why: 'A step with a code that Codes does not have cannot be reached by renames and deletions, and mostly it is a slip of the pen: then nobody can finish it.',
    wrong: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 3, 'Ladders', 'LADER')] },
    right: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 3, 'Ladders', 'LADDERS')] },
  },
  'path-code-reused': {
    why: 'A path’s own code says that the whole path is done. On one of its steps it would say so after that step, and on a second path it would finish both at once.',
    wrong: { paths: [path('P2', '', 'Yard', 'INDUCTION'), path('P2', 1, 'First aid day', 'FIRST-AID')] },
    right: {
      codes: [YARD],
      paths: [path('P2', '', 'Yard', 'YARD'), path('P2', 1, 'First aid day', 'FIRST-AID')],
    },
  },
  'path-code-on-other-step': {
    why: 'Such a step is done by finishing a whole other path. That can be meant; it can also be the wrong code.',
    wrong: {
      codes: [YARD],
      paths: [path('P2', '', 'Yard', 'YARD'), path('P2', 1, 'Induction', 'INDUCTION')],
    },
    right: {
      codes: [YARD],
      paths: [path('P2', '', 'Yard', 'YARD'), path('P2', 1, 'First aid day', 'FIRST-AID')],
    },
  },
  'step-code-twice': {
    why: 'One record would finish both steps, so the path shows more progress than there is.',
    wrong: { paths: [path('P1', 3, 'Fire safety, second part', 'FIRE-SAFETY')] },
    right: {
      codes: [code('FIRE-SAFETY-2', 'Fire safety, second part')],
      content: [content('3', 'Course', 'Fire safety, second part', 'Yes', 'FIRE-SAFETY-2')],
      paths: [path('P1', 3, 'Fire safety, second part', 'FIRE-SAFETY-2')],
    },
  },
  'step-not-whole': {
    why: 'Steps are counted 1, 2, 3 and so on. 2.5 or “last” has no place in that order.',
    wrong: {
      codes: [LADDERS],
      content: [LADDERS_COURSE],
      paths: [path('P1', 'last', 'Ladders', 'LADDERS')],
    },
    right: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 3, 'Ladders', 'LADDERS')] },
  },
  'step-duplicate': {
    why: 'Two steps with one number have no order, and a person’s next step is not clear.',
    wrong: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 2, 'Ladders', 'LADDERS')] },
    right: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 3, 'Ladders', 'LADDERS')] },
  },
  'step-gap': {
    why: 'A number that is left out is mostly a step that was deleted here and not in the LMS, or the other way round.',
    wrong: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 4, 'Ladders', 'LADDERS')] },
    right: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 3, 'Ladders', 'LADDERS')] },
  },
  'step-without-content': {
    why: 'A step is done by completing content that carries its code. If no content does, only a record written by hand can finish it.',
    wrong: { codes: [LADDERS], paths: [path('P1', 3, 'Ladders', 'LADDERS')] },
    right: { codes: [LADDERS], content: [LADDERS_COURSE], paths: [path('P1', 3, 'Ladders', 'LADDERS')] },
  },
} satisfies Partial<Record<RuleId, CheckExample>>;
