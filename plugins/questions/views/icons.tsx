import type { ReactNode } from 'react';

/** Drawings of the views, 24 × 24, in the manner of the site's icons; never without a word beside or in `aria-label`. */
const icon = (drawing: ReactNode) =>
  function Icon() {
    return (
      <svg
        className="icon"
        aria-hidden="true"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {drawing}
      </svg>
    );
  };

export const CheckIcon = icon(<path d="M20 6 9 17l-5-5" />);
export const CrossIcon = icon(<path d="M18 6 6 18M6 6l12 12" />);
export const InfoIcon = icon(<path d="M12 16v-4m0-4h.01M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0" />);
export const UpIcon = icon(<path d="m18 15-6-6-6 6" />);
export const DownIcon = icon(<path d="m6 9 6 6 6-6" />);
export const GripIcon = icon(<path d="M9 5h.01M9 12h.01M9 19h.01M15 5h.01M15 12h.01M15 19h.01" strokeWidth="3" />);
export const PlayIcon = icon(<path d="M7 4v16l13-8z" />);
export const PauseIcon = icon(<path d="M8 5v14M16 5v14" />);
export const MicIcon = icon(<path d="M12 2a3 3 0 0 0-3 3v7a3 3 0 0 0 6 0V5a3 3 0 0 0-3-3M5 11a7 7 0 0 0 14 0M12 18v4" />);
export const StopIcon = icon(<path d="M6 6h12v12H6z" />);
export const BinIcon = icon(<path d="M4 7h16M10 3h4M6 7l1 14h10l1-14" />);
export const UploadIcon = icon(<path d="M12 16V4m-5 5 5-5 5 5M4 20h16" />);
export const RetryIcon = icon(<path d="M4 12a8 8 0 1 0 3-6.2L4 8m0-5v5h5" />);
