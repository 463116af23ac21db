import { browser } from 'wxt/browser';

interface Panels {
  /** Chromium. */
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  /** Firefox, which opens it only straight from a click. */
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the panel beside the page, and gives way to it. */
export async function openSidePanel(): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidebarAction) await sidebarAction.open();
  else {
    const { id: windowId } = await browser.windows.getCurrent();
    if (windowId !== undefined) await sidePanel?.open({ windowId });
  }
  window.close();
}
