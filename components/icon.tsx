/** The few signs of the interface, on a grid of 16, drawn with the colour of the text. */
const PATHS = {
  restart: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  beside: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  history: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3.2l2.2 1.3',
  settings: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.2v3.6M6 9.2v3.6',
  edit: 'M3 13l.8-3L10.5 3.3l2.2 2.2L6 12.2zM9 4.8l2.2 2.2',
  remove: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5 6.5 12 13 4.5',
  error: 'M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.4v.6',
  warning: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5.2v3.4M8 10.4v.6',
  info: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 7.4v3.4M8 5v.6',
  opinion: 'M2.5 3h11v7.5H7.5L4.5 13v-2.5h-2zM5.5 6.8h5',
  key: 'M6 10a3 3 0 1 1 0-4l7.5 0v2.2M11 6v2M6 8h.01',
  computer: 'M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3',
  compose: 'M3 4h10M3 8h10M3 12h6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
