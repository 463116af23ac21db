/** Three drawings that say what the extension does; the words stand below each. Colours are the views' own, so that they follow the theme. */
import type { ComponentChildren } from 'preact';

/** A page with a talk, and the button that counts it. */
export function NoticePicture() {
  return (
    <Picture>
      <Frame y={24} />
      <path d="M20 50h280" class="thin" />
      <rect x="36" y="32" width="180" height="11" rx="5.5" class="soft" />
      <rect x="252" y="28" width="20" height="18" rx="4" class="accent" />
      <path d="M258 33v8m4-8v8m3.5-7.5 2.5 7" class="on-accent" />
      <circle cx="272" cy="28" r="8" class="alert" />
      <path d="m270 27 2.5-2v7" class="on-alert" />
      <rect x="36" y="64" width="120" height="76" rx="6" class="soft" />
      <path d="M88 90v24l20-12z" class="accent" />
      <path d="M172 72h104M172 88h80" class="text" />
      <path d="M172 108h96M172 120h88M172 132h60" class="thin" />
    </Picture>
  );
}

/** The popup: talks with check boxes, tags, and the save. */
export function SavePicture() {
  return (
    <Picture>
      <Frame x={70} width={180} y={14} />
      {[38, 66, 94].map((y, place) => (
        <g key={y}>
          <rect x="86" y={y - 8} width="16" height="16" rx="4" class={place === 2 ? 'box' : 'accent'} />
          {place < 2 && <path d={`m90 ${y} 3.5 3.5 6-7`} class="on-accent" />}
          <path d={`M112 ${y - 4}h${[110, 92, 118][place]}`} class="text" />
          <path d={`M112 ${y + 6}h${[70, 84, 56][place]}`} class="thin" />
        </g>
      ))}
      <rect x="86" y="118" width="44" height="18" rx="9" class="wash" />
      <path d="M98 127h20" class="accent-line" />
      <rect x="136" y="118" width="34" height="18" rx="9" class="wash" />
      <path d="M146 127h14" class="accent-line" />
      <rect x="190" y="116" width="46" height="22" rx="6" class="accent" />
      <path d="M202 127h22" class="on-accent" />
    </Picture>
  );
}

/** The shelf: what is searched for stands out. */
export function FindPicture() {
  const spines = [40, 62, 84, 112, 136, 196, 218, 240, 264];
  return (
    <Picture>
      <rect x="60" y="16" width="200" height="24" rx="12" class="card" />
      <circle cx="76" cy="28" r="5" class="accent-line" />
      <path d="m80 32 4 4" class="accent-line" />
      <path d="M94 28h72" class="text" />
      {spines.map((x, place) => (
        <rect key={x} x={x} y={78 - (place % 3) * 8} width={14 + (place % 2) * 5} height={54 + (place % 3) * 8} rx="3" class="soft" />
      ))}
      <rect x="162" y="50" width="24" height="82" rx="3" class="accent" />
      <path d="M170 76v20l10-10z" class="on-accent" />
      <path d="M28 134h264" class="text" />
      <path d="M28 140h264" class="thin" />
    </Picture>
  );
}

function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg class="picture" viewBox="0 0 320 160" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

function Frame({ x = 20, y, width = 280 }: { x?: number; y: number; width?: number }) {
  return <rect x={x} y={y} width={width} height={150 - y} rx="8" class="card" />;
}
