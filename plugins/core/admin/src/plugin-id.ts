export const PLUGIN_ID = 'core';
