import { Route, Routes } from 'react-router-dom';
import { AccountList } from './AccountList.tsx';
import { AccountPage } from './AccountPage.tsx';

export default function App() {
  return (
    <Routes>
      <Route index element={<AccountList />} />
      <Route path=":userId" element={<AccountPage />} />
    </Routes>
  );
}
