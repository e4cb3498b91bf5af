import { Route, Routes } from 'react-router-dom';
import { AccountList } from './AccountList.tsx';
import { AccountPage } from './AccountPage.tsx';
import { Institutes } from './institutes/Institutes.tsx';

export default function App() {
  return (
    <Routes>
      <Route index element={<AccountList />} />
      <Route path="institutes" element={<Institutes />} />
      <Route path=":userId" element={<AccountPage />} />
    </Routes>
  );
}
