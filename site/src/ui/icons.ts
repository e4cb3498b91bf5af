import {
  Check,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleUser,
  CircleX,
  Clock,
  FileText,
  Flag,
  Globe,
  History,
  House,
  Info,
  KeyRound,
  ListChecks,
  LogOut,
  type LucideIcon,
  Menu,
  MonitorSmartphone,
  Save,
  Search,
  SearchX,
  ShieldCheck,
  SlidersHorizontal,
  Target,
  Timer,
  TriangleAlert,
  WifiOff,
  X,
} from 'lucide-react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const ICONS = {
  check: Check,
  'chevron-down': ChevronDown,
  'chevron-right': ChevronRight,
  alert: CircleAlert,
  'circle-check': CircleCheck,
  'circle-x': CircleX,
  clock: Clock,
  devices: MonitorSmartphone,
  filters: SlidersHorizontal,
  flag: Flag,
  globe: Globe,
  history: History,
  house: House,
  info: Info,
  key: KeyRound,
  list: ListChecks,
  menu: Menu,
  offline: WifiOff,
  paper: FileText,
  save: Save,
  search: Search,
  'search-none': SearchX,
  shield: ShieldCheck,
  'sign-out': LogOut,
  target: Target,
  timer: Timer,
  user: CircleUser,
  warning: TriangleAlert,
  x: X,
} as const satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof ICONS;

/** Icons that point along the line of text and turn round with it. */
const TURNING: ReadonlySet<IconName> = new Set(['chevron-right', 'sign-out']);

const drawn = new Map<IconName, string>();

/** SVG text of an icon, hidden from screen readers; drawn once per process. */
export function iconSvg(name: IconName): string {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const className = TURNING.has(name) ? 'icon turn' : 'icon';
  const svg = renderToStaticMarkup(createElement(ICONS[name], { className, 'aria-hidden': true }));
  drawn.set(name, svg);
  return svg;
}
