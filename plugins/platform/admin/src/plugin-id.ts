export const PLUGIN_ID = 'platform';
export const HOME = `/plugins/${PLUGIN_ID}`;
