export const PLUGIN_ID = 'exams';
