export const PLUGIN_ID = 'questions';

/** Where the pages of this plugin begin in the admin. */
export const HOME = `/plugins/${PLUGIN_ID}`;
