/** What a file of ours says about itself; a bare list of questions is read too. */
export const JSON_FORMAT = 'lyceum-questions';
export const JSON_VERSION = 1;
