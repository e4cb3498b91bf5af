/** Tags of the site's pages about exams. An exam's own page goes by its id, so that it is found after its slug changed. */
export const examPageTags = { list: 'exams', one: (examId: string) => `exam:${examId}` } as const;
