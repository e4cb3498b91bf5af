import { Route, Routes } from 'react-router-dom';
import { AccountList } from './AccountList.tsx';
import { AccountPage } from './AccountPage.tsx';
import { Institutes } from './institutes/Institutes.tsx';
import { PartnerTokens } from './partner-tokens/PartnerTokens.tsx';

export default function App() {
  return (
    <Routes>
      <Route index element={<AccountList />} />
      <Route path="institutes" element={<Institutes />} />
      <Route path="partner-tokens" element={<PartnerTokens />} />
      <Route path=":userId" element={<AccountPage />} />
    </Routes>
  );
}
