import { useMay, useText } from '@lyceum/core/admin';
import {
  Box,
  SingleSelect,
  SingleSelectOption,
  SubNav,
  SubNavHeader,
  SubNavLink,
  SubNavSection,
  SubNavSections,
} from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router-dom';
import { NAV_SECTIONS, PAGES, type PageEntry } from '../pages/registry.ts';
import { HOME } from '../plugin-id.ts';
import './side-nav.css';

const address = ({ path }: PageEntry) => (path === '' ? HOME : `${HOME}/${path}`);
const nameOf = ({ path }: PageEntry) => `nav.${path === '' ? 'bank' : path}`;

/** The page a location belongs to: the longest address it begins with. */
function currentPage(pages: readonly PageEntry[], pathname: string): string {
  const inside = pages.map(address).filter((start) => pathname === start || pathname.startsWith(`${start}/`));
  return inside.sort((a, b) => b.length - a.length)[0] ?? HOME;
}

/** The plugin's pages beside every page: a column where there is room, a list to choose from on a phone. */
export function SideNav({ children }: { children: ReactNode }) {
  const t = useText('questions');
  const may = useMay();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const pages = PAGES.filter((page) => page.isHidden !== true && may(page.permission));
  const current = currentPage(pages, pathname);
  const nav = (
    <SubNav aria-label={t('menu')} className="questions-side-nav">
      <SubNavHeader label={t('menu')} />
      <SubNavSections>
        {NAV_SECTIONS.map((section) => ({ section, links: pages.filter((page) => page.section === section) }))
          .filter(({ links }) => links.length > 0)
          .map(({ section, links }) => (
            <SubNavSection key={section} label={t(`nav-section.${section}`)}>
              {links.map((page) => (
                <SubNavLink
                  key={page.path}
                  tag={NavLink}
                  to={address(page)}
                  end={page.path === ''}
                  className={address(page) === current ? 'active' : undefined}
                >
                  {t(nameOf(page))}
                </SubNavLink>
              ))}
            </SubNavSection>
          ))}
      </SubNavSections>
    </SubNav>
  );
  return (
    <Layouts.Root sideNav={nav}>
      <Box className="questions-narrow-nav" paddingTop={4} paddingLeft={4} paddingRight={4}>
        <SingleSelect aria-label={t('menu')} value={current} onChange={(to: string | number) => navigate(String(to))}>
          {pages.map((page) => (
            <SingleSelectOption key={page.path} value={address(page)}>
              {t(nameOf(page))}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      {children}
    </Layouts.Root>
  );
}
