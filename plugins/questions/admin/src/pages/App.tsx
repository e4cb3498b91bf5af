import { Route, Routes } from 'react-router-dom';
import { Bank } from './bank/Bank.tsx';
import { ImportWizard } from './import-wizard/ImportWizard.tsx';
import { UploadPage } from './import-wizard/UploadPage.tsx';
import { Imports } from './imports/Imports.tsx';
import { QuestionPage } from './question/QuestionPage.tsx';
import { Topics } from './topics/Topics.tsx';

export default function App() {
  return (
    <Routes>
      <Route index element={<Bank />} />
      <Route path="bank/new" element={<QuestionPage key="new" />} />
      <Route path="bank/:documentId" element={<QuestionPage />} />
      <Route path="topics" element={<Topics />} />
      <Route path="imports" element={<Imports />} />
      <Route path="imports/new" element={<UploadPage />} />
      <Route path="imports/:id/:step?" element={<ImportWizard />} />
    </Routes>
  );
}
