// Keeps the board up to date: asks for the page again and takes over what has changed. Without scripts people reload it.
(() => {
  'use strict';

  const page = document.querySelector('[data-board]');
  if (!page) return;

  const LONGEST_WAIT = 30_000, ANSWER_TIMEOUT = 20_000;
  const here = page.dataset.here;
  const pollMillis = Number(page.dataset.pollMillis) || 5000;
  const language = document.documentElement.lang || undefined;
  const formats = {
    time: new Intl.DateTimeFormat(language, {timeStyle: 'short'}),
    full: new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'})
  };
  const part = name => page.querySelector(name);

  let timer;
  let asked = 0;
  let failures = 0;

  async function poll() {
    clearTimeout(timer);
    try {
      await ask(here);
    } catch {
      lost();
    }
    again();
  }

  function again() {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(poll, Math.min(pollMillis * 2 ** failures, LONGEST_WAIT));
  }

  // The page as it is now; an answer that another has overtaken is dropped.
  async function ask(url, options) {
    const turn = ++asked;
    const response = await fetch(url, {
      headers: {Accept: 'text/html'},
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT),
      ...options
    });
    if (response.status >= 500) throw new Error(response.statusText);
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (turn !== asked) return null;
    // signed out, or what was to be done cannot be done: the page itself says so
    if (!next.querySelector('[data-board]')) return leave();
    found();
    localize(next);
    show(next, Boolean(options));
    return next;
  }

  function leave() {
    clearTimeout(timer);
    location.replace(here);
    return null;
  }

  function show(next, all) {
    const before = states();
    // nobody is to press the button of another row than he was about to
    const aimed = !all && part('.board-do:hover, .board-do:focus-within');
    for (const live of page.querySelectorAll('[data-live]')) {
      const now = next.getElementById(live.id);
      if (!now) continue;
      if (aimed && live.contains(aimed)) rowByRow(live, now);
      else morph(live, now);
    }
    announce(before);
  }

  function rowByRow(live, now) {
    for (const row of live.querySelectorAll('tr[id]')) {
      const same = now.querySelector(`[id="${row.id}"]`);
      if (same) morph(row, same);
    }
  }

  // Makes one element like another and leaves what is the same alone: focus, open questions, moving bars.
  function morph(from, to) {
    if (from.isEqualNode(to)) return;
    for (const {name} of [...from.attributes]) {
      if (!to.hasAttribute(name) && name !== 'open') from.removeAttribute(name);
    }
    for (const {name, value} of to.attributes) {
      if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    }
    const kept = new Set([...to.children].map(child => child.id).filter(Boolean));
    for (const child of [...from.children]) {
      if (child.id && !kept.has(child.id)) child.remove();
    }
    let at = from.firstChild;
    for (const child of [...to.childNodes]) {
      // what has an id and is still here is wanted further on
      while (at && !like(at, child) && !at.id) {
        const next = at.nextSibling;
        at.remove();
        at = next;
      }
      if (at && like(at, child)) {
        if (at.nodeType === Node.ELEMENT_NODE) morph(at, child);
        else if (at.data !== child.data) at.data = child.data;
        at = at.nextSibling;
      } else {
        from.insertBefore(document.importNode(child, true), at);
      }
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  function like(one, other) {
    return one.nodeName === other.nodeName && (one.id ?? '') === (other.id ?? '');
  }

  function states() {
    return new Map([...page.querySelectorAll('tr[id]')].map(row => [row.id, row.dataset.state]));
  }

  function announce(before) {
    const changed = [...page.querySelectorAll('tr[id]')]
      .filter(row => before.has(row.id) && before.get(row.id) !== row.dataset.state)
      .map(row => `${row.querySelector('.board-name').textContent}: ${row.querySelector('.board-state').textContent}`);
    if (changed.length) part('.board-announcer').textContent = changed.join('. ');
  }

  // The browser knows where its people are; the server does not.
  function localize(root) {
    for (const time of root.querySelectorAll('time[datetime]')) {
      const when = new Date(time.dateTime);
      if (!isNaN(when)) time.textContent = formats[time.dataset.style ?? 'full'].format(when);
    }
    root.querySelector('.board-zone').hidden = true;
  }

  function lost() {
    failures++;
    part('.board-lost').hidden = false;
  }

  function found() {
    failures = 0;
    part('.board-lost').hidden = true;
  }

  async function act(form, {name, value}) {
    clearTimeout(timer);
    form.closest('[popover]').hidePopover();
    try {
      const next = await ask(form.action, {method: 'POST', body: new URLSearchParams({[name]: value})});
      if (next) tell(next.getElementById('board-did'));
    } catch {
      lost();
    }
    again();
  }

  function tell(did) {
    const told = part('#board-did');
    morph(told, did);
    // the button that was pressed is gone, and the keyboard with it
    if (document.activeElement === document.body) told.focus();
  }

  page.addEventListener('submit', event => {
    if (event.target.method !== 'post') return;
    event.preventDefault();
    act(event.target, event.submitter);
  });
  document.addEventListener('visibilitychange', () => document.hidden || poll());
  addEventListener('online', poll);
  // what was said after a button is not said again
  if (part('.board-did')) history.replaceState(null, '', here);
  localize(document);
  again();
})();
