import accountAr from './ar/account.json' with { type: 'json' };
import commonAr from './ar/common.json' with { type: 'json' };
import examAr from './ar/exam.json' with { type: 'json' };
import problemsAr from './ar/problems.json' with { type: 'json' };
import publicAr from './ar/public.json' with { type: 'json' };
import accountEn from './en/account.json' with { type: 'json' };
import commonEn from './en/common.json' with { type: 'json' };
import examEn from './en/exam.json' with { type: 'json' };
import problemsEn from './en/problems.json' with { type: 'json' };
import publicEn from './en/public.json' with { type: 'json' };
import accountTr from './tr/account.json' with { type: 'json' };
import commonTr from './tr/common.json' with { type: 'json' };
import examTr from './tr/exam.json' with { type: 'json' };
import problemsTr from './tr/problems.json' with { type: 'json' };
import publicTr from './tr/public.json' with { type: 'json' };

/** Every text of the site, by language and namespace. */
export const resources = {
  en: { common: commonEn, public: publicEn, account: accountEn, problems: problemsEn, exam: examEn },
  tr: { common: commonTr, public: publicTr, account: accountTr, problems: problemsTr, exam: examTr },
  ar: { common: commonAr, public: publicAr, account: accountAr, problems: problemsAr, exam: examAr },
} as const;
