import type { DemoPerson } from './types.ts';

/** Password of every demo account. They exist only while the platform is reached over loopback. */
export const DEMO_PASSWORD = 'lyceum-demo-2026';

const learner = (email: string, name: string, locale: DemoPerson['locale'], timeZone: string): DemoPerson => ({
  email: `${email}@lyceum.test`,
  name,
  role: 'learner',
  locale,
  timeZone,
});

/** Nobody here exists; the addresses lie under a top-level domain that is reserved for tests. */
export const demoPeople: readonly DemoPerson[] = [
  { email: 'admin@lyceum.test', name: 'Ada Winter', role: 'super-admin', locale: 'en', timeZone: 'Europe/Berlin' },
  { email: 'editor@lyceum.test', name: 'Irene Solberg', role: 'content-editor', locale: 'en', timeZone: 'Europe/Oslo' },
  { email: 'teacher@lyceum.test', name: 'Halil Tunca', role: 'teacher', locale: 'tr', timeZone: 'Europe/Istanbul' },
  learner('learner', 'Deniz Kaya', 'en', 'Europe/Istanbul'),
  learner('amal', 'أمل الحداد', 'ar', 'Asia/Amman'),
  learner('yusuf', 'يوسف بنسالم', 'ar', 'Africa/Casablanca'),
  learner('rania', 'رانيا خليفة', 'ar', 'Africa/Cairo'),
  learner('elif', 'Elif Şahinoğlu', 'tr', 'Europe/Istanbul'),
  learner('ilker', 'İlker Gündoğdu', 'tr', 'Europe/Istanbul'),
  learner('zeynep', 'Zeynep Çağlayan', 'tr', 'Europe/Berlin'),
  learner('maja', 'Maja Lindqvist', 'en', 'Europe/Stockholm'),
  learner('tomas', 'Tomáš Havlík', 'en', 'Europe/Prague'),
  learner('ngozi', 'Ngozi Adeyemi', 'en', 'Africa/Lagos'),
  learner('linh', 'Phạm Ngọc Linh', 'en', 'Asia/Ho_Chi_Minh'),
  learner('mateus', 'Mateus Figueira', 'en', 'America/Sao_Paulo'),
  learner('priya', 'Priya Raghavan', 'en', 'Asia/Kolkata'),
  learner('sofia', 'Sofía Urrutia', 'en', 'America/Montevideo'),
];

export const demoLearners = demoPeople.filter((person) => person.role === 'learner');
