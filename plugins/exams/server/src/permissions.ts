/** Rights of this plugin as the admin's role page lists them; the contract names them with the plugin's prefix. */
export const PERMISSIONS = [
  { uid: 'exams.read', displayName: 'Read exams', subCategory: 'Exams' },
  { uid: 'exams.write', displayName: 'Create and change exams', subCategory: 'Exams' },
  { uid: 'exams.publish', displayName: 'Publish and unpublish exams', subCategory: 'Exams' },
  { uid: 'attempts.read', displayName: 'Read attempts', subCategory: 'Attempts' },
  { uid: 'attempts.mark', displayName: 'Mark answers by hand and hear recordings', subCategory: 'Attempts' },
  { uid: 'attempts.extend', displayName: 'Add time and attempts', subCategory: 'Attempts' },
  { uid: 'attempts.void', displayName: 'Void attempts', subCategory: 'Attempts' },
] as const;
