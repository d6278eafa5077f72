import { until } from '@beta-app/stories/elements/support/find';

/** Lets a press save a file, and reads it. */
export async function savedFile(
  pressing: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const links: HTMLAnchorElement[] = [];
  const listen = (event: Event) => {
    if (!(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    links.push(event.target);
  };
  document.addEventListener('click', listen);
  try {
    await pressing();
    const link = await until(() => links[0], 'the file');
    const bytes = await (await fetch(link.href)).arrayBuffer();
    return {
      name: link.download,
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    };
  } finally {
    document.removeEventListener('click', listen);
  }
}
