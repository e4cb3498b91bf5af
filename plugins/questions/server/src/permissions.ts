/** Rights in the admin; the full names are `plugin::questions.<uid>`. */
export const permissions = [
  { uid: 'read', displayName: 'Read questions' },
  { uid: 'write', displayName: 'Write questions and topics' },
  { uid: 'publish', displayName: 'Publish and archive questions' },
  { uid: 'import', displayName: 'Import questions' },
] as const;
