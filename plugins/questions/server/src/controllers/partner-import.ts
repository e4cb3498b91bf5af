import { answer } from '@lyceum/core/server';
import { getPartnerImport, listPartnerImportRows, partnerImport } from '../../../contract/index.ts';
import { partnerImportRows, partnerImportState, takePartnerImport } from '../services/partner-import.ts';

export const partnerImportAnswers = [
  answer(partnerImport, ({ body, actor }) => takePartnerImport(body, actor)),
  answer(getPartnerImport, ({ params, actor }) => partnerImportState(params.id, actor)),
  answer(listPartnerImportRows, ({ params, query, actor }) => partnerImportRows(params.id, query, actor)),
];
