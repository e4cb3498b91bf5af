/** Where the site hears which of its kept pages are out of date: JSON `{ "tags": ["exams", …] }`. */
export const PAGE_PURGE_CHANNEL = 'lyceum:purge';
