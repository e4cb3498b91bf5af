import { Page } from '@strapi/strapi/admin';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { SideNav } from '../components/SideNav.tsx';
import { PAGES } from './registry.ts';

export default function App() {
  return (
    <SideNav>
      <Suspense fallback={<Page.Loading />}>
        <Routes>
          {PAGES.map(({ path, component: Component }) =>
            path === '' ? (
              <Route index key="home" element={<Component />} />
            ) : (
              <Route key={path} path={path} element={<Component />} />
            ),
          )}
        </Routes>
      </Suspense>
    </SideNav>
  );
}
