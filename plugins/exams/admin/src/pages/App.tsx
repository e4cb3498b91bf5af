import { Route, Routes } from 'react-router-dom';
import { AttemptPage } from './AttemptPage.tsx';
import { ExamBuilder } from './ExamBuilder.tsx';
import { ExamsHome } from './ExamsHome.tsx';

export default function App() {
  return (
    <Routes>
      <Route index element={<ExamsHome />} />
      <Route path="new" element={<ExamBuilder />} />
      <Route path="attempts/:attemptId" element={<AttemptPage />} />
      <Route path=":examId" element={<ExamBuilder />} />
    </Routes>
  );
}
