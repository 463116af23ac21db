/** Line drawings on a grid of 20, drawn for this extension; `currentColor` all through. */
const PATHS = {
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm4 9.5 3.8 3.8',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4 10.5 4 4 8-9',
  edit: 'm4 16 .7-3.4L13.5 3.8a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L7.4 15.3 4 16Z',
  delete: 'M4 6h12M8 6V4h4v2m-6.5 0 .7 10h7.6l.7-10M8.5 9v4.5m3-4.5v4.5',
  open: 'M11.5 4H16v4.5M16 4l-7 7M13.5 11.5V16H4V6.5h4.5',
  export: 'M10 3v9m-3.5-3L10 12.5 13.5 9M4 13.5V16h12v-2.5',
  import: 'M10 12.5v-9m-3.5 3.5L10 3.5 13.5 7M4 13.5V16h12v-2.5',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l1-1',
  copy: 'M7 7h9v9H7zM4 13V4h9M9.5 10h4m-4 3h4',
  keys: 'M3 5.5h14v9H3zM6 8.5h.01M9 8.5h.01M12 8.5h.01M14.5 8.5h.01M7 12h6',
  library: 'M4 4v10m3.5-8v8M11 4v10m2.6-8.6 2.8 8.2M3 16.5h14',
  duplicate: 'M7 7h9v9H7zM4 13V4h9',
  tag: 'M3.5 9.5v-6h6l7 7-6 6-7-7ZM7 7h.01',
  video: 'M4 5h12v10H4zM8.5 7.8v4.4l3.8-2.2z',
  slides: 'M3 4h14M4.5 4v8.5h11V4M10 12.5V15m-3 2 3-2 3 2',
  code: 'm7 6-4 4 4 4m6-8 4 4-4 4',
  rsvp: 'M4 5h12v11H4zM4 8.5h12M7.5 3v3m5-3v3',
  audio: 'M5 11a5 5 0 0 1 10 0M4 11h2.5v5H4zm9.5 0H16v5h-2.5z',
  eye: 'M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5ZM10 7.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4Z',
  panel: 'M3 4.5h14v11H3zM12 4.5v11M14 8h1m-1 2.5h1',
  settings: 'M3.5 6h6m5 0h2M3.5 14h2m5 0h6M9.5 6a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0Zm-4 8a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0Z',
  sync: 'M4.5 8.5a6 6 0 0 1 10.8-1.6M15.5 3.5v3.7h-3.7M15.5 11.5a6 6 0 0 1-10.8 1.6M4.5 16.5v-3.7h3.7',
  statistics: 'M3.5 16.5h13M5.5 13.5v-4m4.5 4v-9m4.5 9v-6',
  'to watch': 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
  watching: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm-1.5 4v5l4-2.5z',
  watched: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm-3 6.7 2.2 2.2 4-4.6',
  dropped: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM6.5 10h7',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the control it stands in says its name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
