/** The three types of learning content that can carry a code. */
export type LearningContentType = 'course' | 'quiz' | 'trainingEvent';

export const CONTENT_TYPE_NAMES: Readonly<Record<LearningContentType, string>> = {
  course: 'Course',
  quiz: 'Quiz',
  trainingEvent: 'Training Event',
};
