import { type ComponentType, lazy } from 'react';
import { IMPORT, MANAGE_REPORTS, READ, WRITE } from '../../../contract/index.ts';

/** A page of the plugin. Its name is the text `nav.<path>`, or of `nav.bank` for the first one. */
export type PageEntry = {
  /** Below the plugin's home; with `:params` and without a link where `isHidden`. */
  readonly path: string;
  readonly section: (typeof NAV_SECTIONS)[number];
  readonly component: ComponentType;
  /** Right to see the link. */
  readonly permission: string;
  /** Reached from another page only. */
  readonly isHidden?: true;
};

/** Groups of the navigation in their order; named by `nav-section.<name>`. */
export const NAV_SECTIONS = ['bank', 'quality', 'order', 'exchange'] as const;

const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

const OldQuestion = page(() => import('./question/QuestionPage.tsx').then(({ QuestionPage }) => QuestionPage));
const NewQuestion = page(() => import('./question/NewQuestion.tsx').then(({ NewQuestion }) => NewQuestion));

/** Every page, loaded when it is opened. A further page is a line here. */
export const PAGES: readonly PageEntry[] = [
  { path: '', section: 'bank', component: page(() => import('./bank/Bank.tsx').then(({ Bank }) => Bank)), permission: READ },
  { path: 'bank/new', section: 'bank', component: NewQuestion, permission: READ, isHidden: true },
  {
    path: 'bulk-actions',
    section: 'bank',
    component: page(() => import('./bank/BulkRuns.tsx').then(({ BulkRuns }) => BulkRuns)),
    permission: READ,
    isHidden: true,
  },
  {
    path: 'tagging',
    section: 'bank',
    component: page(() => import('./tagging/Tagging.tsx').then(({ Tagging }) => Tagging)),
    permission: WRITE,
  },
  {
    path: 'sets',
    section: 'bank',
    component: page(() => import('./sets/Sets.tsx').then(({ Sets }) => Sets)),
    permission: READ,
  },
  {
    path: 'sets/:id',
    section: 'bank',
    component: page(() => import('./sets/SetPage.tsx').then(({ SetPage }) => SetPage)),
    permission: READ,
    isHidden: true,
  },
  { path: 'bank/:documentId', section: 'bank', component: OldQuestion, permission: READ, isHidden: true },
  {
    path: 'review',
    section: 'quality',
    component: page(() => import('./review/Review.tsx').then(({ Review }) => Review)),
    permission: READ,
  },
  {
    path: 'reports',
    section: 'quality',
    component: page(() => import('./reports/Reports.tsx').then(({ Reports }) => Reports)),
    permission: MANAGE_REPORTS,
  },
  {
    path: 'duplicates',
    section: 'quality',
    component: page(() => import('./duplicates/Duplicates.tsx').then(({ Duplicates }) => Duplicates)),
    permission: READ,
  },
  {
    path: 'care',
    section: 'quality',
    component: page(() => import('./care/Care.tsx').then(({ Care }) => Care)),
    permission: READ,
  },
  {
    path: 'topics',
    section: 'order',
    component: page(() => import('./topics/Topics.tsx').then(({ Topics }) => Topics)),
    permission: READ,
  },
  {
    path: 'exam-types',
    section: 'order',
    component: page(() => import('./taxonomy/ExamTypes.tsx').then(({ ExamTypes }) => ExamTypes)),
    permission: READ,
  },
  {
    path: 'rules',
    section: 'order',
    component: page(() => import('./rules/Rules.tsx').then(({ Rules }) => Rules)),
    permission: READ,
  },
  {
    path: 'skills',
    section: 'order',
    component: page(() => import('./taxonomy/Skills.tsx').then(({ Skills }) => Skills)),
    permission: READ,
  },
  {
    path: 'imports',
    section: 'exchange',
    component: page(() => import('./imports/Imports.tsx').then(({ Imports }) => Imports)),
    permission: IMPORT,
  },
  {
    path: 'exports',
    section: 'exchange',
    component: page(() => import('./export/Exports.tsx').then(({ Exports }) => Exports)),
    permission: READ,
  },
  {
    path: 'exports/:id',
    section: 'exchange',
    component: page(() => import('./export/ExportPage.tsx').then(({ ExportPage }) => ExportPage)),
    permission: READ,
    isHidden: true,
  },
  {
    path: 'imports/new',
    section: 'exchange',
    component: page(() => import('./import-wizard/UploadPage.tsx').then(({ UploadPage }) => UploadPage)),
    permission: IMPORT,
    isHidden: true,
  },
  {
    path: 'imports/:id/:step?',
    section: 'exchange',
    component: page(() => import('./import-wizard/ImportWizard.tsx').then(({ ImportWizard }) => ImportWizard)),
    permission: IMPORT,
    isHidden: true,
  },
  {
    path: 'format',
    section: 'exchange',
    component: page(() => import('./format/FormatPage.tsx').then(({ FormatPage }) => FormatPage)),
    permission: WRITE,
  },
  {
    path: 'media',
    section: 'exchange',
    component: page(() => import('./media/UnusedMediaList.tsx').then(({ UnusedMediaList }) => UnusedMediaList)),
    permission: WRITE,
  },
];
