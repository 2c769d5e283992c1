/** News by the `storage` event, for browsers without BroadcastChannel. */
export interface StorageNews {
  tell(news: object): void;
  close(): void;
}

/** Nothing stays in localStorage: the event tells of the entry, which is gone again at once. */
export function openStorageNews(name: string, hear: (message: unknown) => void): StorageNews {
  const key = `portico.session.${name}`;
  const onStorage = ({ key: changed, newValue }: StorageEvent) => {
    if (changed === key && newValue) hear(parse(newValue));
  };
  window.addEventListener("storage", onStorage);
  return {
    tell(news) {
      try {
        localStorage.setItem(key, JSON.stringify(news));
        localStorage.removeItem(key);
      } catch {
        // Where nothing may be kept, the tab stays by itself.
      }
    },
    close() {
      window.removeEventListener("storage", onStorage);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
