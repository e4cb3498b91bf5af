/** Rights in the admin; the full names are `plugin::questions.<uid>`. */
export const permissions = [
  { uid: 'read', displayName: 'Read questions' },
  { uid: 'all', displayName: 'See and work on the questions of everybody' },
  { uid: 'write', displayName: 'Write questions and topics' },
  { uid: 'publish', displayName: 'Publish and archive questions' },
  { uid: 'import', displayName: 'Import questions' },
  { uid: 'reports.manage', displayName: 'Answer reports of learners' },
  { uid: 'rules.manage', displayName: 'Set the rules of the question bank' },
] as const;
