import type { Locale } from '@lyceum/core/contract';
import { VIEW_STRINGS } from '@lyceum/questions/views/strings';
import { type ViewTexts, viewTexts } from '@lyceum/questions/views/texts';

/** The texts of the parts of questions, for a page that is drawn on the server. */
export const viewTextsFor = (locale: Locale): ViewTexts => viewTexts(locale, VIEW_STRINGS[locale]);
