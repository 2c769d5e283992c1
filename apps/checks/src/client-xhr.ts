type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What auth0-js sends by: as much of XMLHttpRequest as it uses (XMLHttpRequest standard), over a page's `fetch`. */
export function requestsOver(fetch: Fetch): new () => EventTarget {
  return class extends EventTarget {
    withCredentials = false;
    readonly responseType = "";
    readyState = 0;
    status = 0;
    statusText = "";
    responseText = "";
    readonly #headers = new Headers();
    readonly #aborting = new AbortController();
    #method = "";
    #url = "";
    #answered = new Headers();

    open(method: string, url: string): void {
      this.#method = method;
      this.#url = url;
      this.#become(1);
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value);
    }

    send(body: string | null): void {
      const credentials = this.withCredentials ? "include" : "same-origin";
      const { signal } = this.#aborting;
      const init = { method: this.#method, headers: this.#headers, body, credentials, signal };
      void this.#receive(fetch(this.#url, init as RequestInit));
    }

    abort(): void {
      this.#aborting.abort();
      if (this.readyState === 1) this.#become(4);
      this.readyState = 0;
    }

    getResponseHeader(name: string): string | null {
      return this.#answered.get(name);
    }

    getAllResponseHeaders(): string {
      return [...this.#answered].map(([name, value]) => `${name}: ${value}\r\n`).join("");
    }

    async #receive(answer: Promise<Response>): Promise<void> {
      try {
        const response = await answer;
        const text = await response.text();
        if (this.#aborting.signal.aborted) return;
        this.responseText = text;
        this.#answered = response.headers;
        this.statusText = response.statusText;
        this.status = response.status;
      } catch {
        if (this.#aborting.signal.aborted) return;
      }
      this.#become(4);
    }

    #become(state: number): void {
      this.readyState = state;
      this.dispatchEvent(new Event("readystatechange"));
    }
  };
}
