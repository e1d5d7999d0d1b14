// <async-process href=".../processes/{id}"> shows a process until its end. Attributes, events, parts: see the README.

// a browser holds few connections: so many streams a page, and none where nobody looks
const STREAMS = 2;
const FIRST_EVENT = 10_000, SILENCE = 45_000, ANSWER = 20_000, LONGEST_WAIT = 30_000, SPEAK_EVERY = 20_000;

let streams = 0;

function make(tag, part, ...children) {
  const element = document.createElement(tag);
  element.setAttribute('part', part);
  element.append(...children);
  return element;
}

const fill = (text, ...values) => text?.replace(/\{(\d)\}/g, (all, i) => values[i] ?? '').trim();

class AsyncProcess extends HTMLElement {
  static observedAttributes = ['href'];

  #status = {};
  #texts = {};
  #parts = {};
  #tellAt = 0;
  #known; #ended; #canceling; #failures; #deaf; #spoken; #told; #turn; #timer; #source; #listening;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    const {signal} = this.#listening = new AbortController();
    const connect = () => this.#connect();
    document.addEventListener('visibilitychange', connect, {signal});
    addEventListener('online', connect, {signal});
    addEventListener('offline', connect, {signal});
    addEventListener('pagehide', () => this.#close(), {signal});
    addEventListener('pageshow', event => event.persisted && connect(), {signal});
    this.#begin();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#close();
  }

  attributeChangedCallback() {
    if (this.shadowRoot && this.isConnected) this.#begin();
  }

  #build() {
    const p = this.#parts;
    for (const [tag, names] of Object.entries({
      span: 'label percent eta announcer', p: 'count message lost title text reference', progress: 'bar', a: 'result', button: 'cancel'
    })) names.split(' ').forEach(name => p[name] = make(tag, name));
    p.label.id = 'label';
    p.bar.max = 100;
    p.bar.setAttribute('aria-labelledby', 'label');
    p.message.dir = p.text.dir = 'auto';
    p.announcer.role = 'status';
    p.cancel.onclick = () => this.#cancel();
    p.error = make('div', 'error', p.title, p.text, p.reference);
    p.error.tabIndex = -1;
    const link = make('link', 'styles');
    link.rel = 'stylesheet';
    link.href = new URL('async-process.css', import.meta.url);
    this.attachShadow({mode: 'open'}).append(link, p.label, p.bar, make('div', 'line', p.percent, p.eta),
      p.count, p.message, p.lost, p.error, make('div', 'actions', p.result, p.cancel), p.announcer);
  }

  #begin() {
    this.#known = this.#ended = this.#canceling = false;
    this.#failures = this.#deaf = 0;
    this.#status = JSON.parse(this.getAttribute('status') || '{}');
    this.#render();
    this.#connect();
  }

  #url(path = '') {
    return new URL(this.getAttribute('href'), document.baseURI).href + path;
  }

  #close() {
    clearTimeout(this.#timer);
    this.#turn = null;
    if (this.#source) streams--;
    this.#source?.close();
    this.#source = null;
  }

  #connect() {
    this.#close();
    if (!this.hasAttribute('href')) return;
    if (!this.#texts.lang) this.#translate();
    if (this.#ended) return;
    if (!navigator.onLine || document.hidden || streams >= STREAMS || this.#deaf > 2) return this.#poll();
    const source = this.#source = new EventSource(this.#url());
    streams++;
    const deaf = () => {
      this.#deaf++;
      this.#poll();
    };
    const hear = ({data}) => {
      this.#deaf = 0;
      this.#show(JSON.parse(data));
      clearTimeout(this.#timer);
      if (!this.#ended) this.#timer = setTimeout(() => this.#connect(), SILENCE);
    };
    source.addEventListener('progress', hear);
    source.addEventListener('done', hear);
    source.onerror = deaf;
    this.#timer = setTimeout(deaf, FIRST_EVENT);
  }

  async #poll() {
    this.#close();
    const turn = this.#turn = {};
    const interval = Number(this.getAttribute('interval'));
    let status, wait;
    try {
      const answer = await this.#fetch(this.#url());
      status = await this.#read(answer);
      wait = interval || Number(answer.headers.get('Retry-After')) || 2;
    } catch {
      // the server, or the way to it, is down: that is shown, and tried again
      this.#deaf = 0;
      wait = (interval || 1) * 2 ** this.#failures;
    }
    if (turn !== this.#turn) return;
    status ? this.#show(status) : this.#lose();
    if (!this.#ended) this.#timer = setTimeout(() => this.#connect(), Math.min(wait * 1000, LONGEST_WAIT));
  }

  #fetch(url, method = 'GET') {
    return fetch(url, {
      method, headers: {Accept: 'application/json'}, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(ANSWER)
    });
  }

  // An error that is no JSON is a proxy's, or a server's that starts: it passes.
  async #read(answer) {
    const json = answer.headers.get('Content-Type')?.includes('json');
    if (json && (answer.ok || [404, 410].includes(answer.status))) return answer.json();
    if (answer.ok || answer.type === 'opaqueredirect' || [401, 403].includes(answer.status)) {
      return {...this.#status, status: 'failed', error: {code: 'NoSuchProcess'}};
    }
    throw new Error(answer.status);
  }

  async #cancel() {
    if (this.#canceling || this.#status.detail === 'canceling') return;
    this.#canceling = true;
    this.#render();
    try {
      const answer = await this.#fetch(this.#url('/cancel'), 'POST');
      this.#show([403, 409].includes(answer.status) ? {...this.#status, cancelable: false} : await this.#read(answer));
    } catch {
      this.#lose();
    }
    this.#canceling = false;
    this.#render();
  }

  async #translate() {
    const lang = this.closest('[lang]')?.lang || document.documentElement.lang;
    const answer = await fetch(this.#url().replace(/[^/]*$/, 'assets/texts.json?lang=' + lang)).catch(() => null);
    if (!answer?.ok) return;
    this.#texts = await answer.json();
    this.#render();
  }

  #show(status) {
    if (this.#ended) return;
    const succeeded = status.status === 'succeeded';
    const focused = this.shadowRoot.activeElement;
    this.#status = status;
    this.#failures = 0;
    this.#ended = !['accepted', 'running'].includes(status.status);
    this.#known ||= !this.#ended;
    this.#render();
    this.dispatchEvent(new CustomEvent(!this.#ended ? 'progress' : succeeded ? 'done' : 'error', {detail: status}));
    if (!this.#ended) return;
    this.#close();
    if (focused) this.#parts[succeeded ? 'result' : 'error'].focus();
    // a page that may not ask would reload for ever
    const to = !this.#known && status.error?.code === 'NoSuchProcess' ? null : this.getAttribute('navigate');
    if (to || succeeded && to !== null) location.replace(to || this.#url('/result'));
  }

  #lose() {
    this.#failures++;
    this.#render();
  }

  #render() {
    const p = this.#parts, t = this.#texts;
    const {status, detail, progress, message, current, total, unit, etaSeconds: seconds, cancelable, error, id} = this.#status;
    const open = status === 'accepted' || status === 'running';
    const failed = status === 'failed' || status === 'canceled';
    const known = typeof progress === 'number';
    // an error that is none of ours is the resource's own answer
    const answered = !!(error && t.lang && !t[error.code]);
    const canceling = open && (this.#canceling || detail === 'canceling');
    const format = (value, options) => new Intl.NumberFormat(t.lang, {maximumFractionDigits: 1, ...options}).format(value);
    const inUnit = (value, of, unitDisplay) => format(value, {style: 'unit', unit: of, unitDisplay});
    const amount = value => unit === 'bytes' ? inUnit(value / 1e6, 'megabyte') : format(value);
    const time = () => inUnit(...seconds < 55 ? [Math.ceil(seconds / 5) * 5 || 5, 'second']
      : seconds < 5400 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 3600), 'hour'], 'long');
    const put = (name, text, wanted = true) => {
      if (p[name].textContent !== (text || '')) p[name].textContent = text || '';
      p[name].hidden = !text || !wanted;
    };

    this.setAttribute('state', canceling ? 'canceling' : status || 'unknown');
    this.toggleAttribute('determinate', known);
    p.bar.hidden = failed;
    if (status === 'succeeded') p.bar.value = 100;
    else if (known) p.bar.value = progress;
    else p.bar.removeAttribute('value');
    put('label', this.getAttribute('label') || t.running);
    put('percent', known && open ? fill(t.percent || '{0}%', format(progress)) : t[status], !failed);
    put('count', current >= 0 && fill(total ? t.of : '{0} {2}', amount(current), amount(total), unit === 'bytes' ? '' : unit), open);
    put('eta', seconds >= 0 && fill(t.eta, time()), open);
    put('message', message, !failed);
    put('lost', t.lost, this.#failures && !this.#ended);
    put('title', t[status], failed);
    put('text', t[error?.code] || error?.message, failed);
    put('reference', `${t.reference} ${id}`, status === 'failed' && id && !answered);
    p.error.hidden = !failed;
    put('result', t.result, status === 'succeeded' || answered);
    p.result.href = this.getAttribute('navigate') || this.#url('/result');
    put('cancel', canceling ? t.canceling : t.cancel, open && (canceling || cancelable));
    p.cancel.ariaDisabled = canceling;
    this.#speak(p.lost.hidden ? p[failed ? 'title' : canceling ? 'cancel' : 'percent'].textContent : t.lost,
      [status, canceling, p.lost.hidden, open && known && Math.floor(progress / 10)].join(), open && message);
  }

  // Each state, each tenth percent, a message now and then.
  #speak(text, state, message) {
    const news = state !== this.#spoken;
    if (!text || !news && (!message || message === this.#told || Date.now() < this.#tellAt)) return;
    this.#parts.announcer.textContent = news ? text : this.#told = message;
    this.#spoken = state;
    this.#tellAt = Date.now() + SPEAK_EVERY;
  }
}

customElements.get('async-process') || customElements.define('async-process', AsyncProcess);
