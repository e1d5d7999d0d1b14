// Keeps the processing page up to date and leaves for the result. Without scripts, <meta http-equiv="refresh"> does.
(() => {
  'use strict';

  const page = document.querySelector('[data-status-url]');
  if (!page) return;

  const FIRST_POLL = 1000, LONGEST_WAIT = 30_000, ANSWER_TIMEOUT = 20_000;
  const MESSAGE_SPOKEN_EVERY = 20_000, LINK_SHOWN_AFTER = 2000;

  const {statusUrl, nextUrl, title, progressTemplate, textIndeterminate, textDone} = page.dataset;
  const pollMillis = Number(page.dataset.pollMillis) || 5000;
  const part = name => page.querySelector('.async-' + name);
  const bar = part('bar');
  const number = new Intl.NumberFormat(document.documentElement.lang.replace('_', '-') || undefined,
    {maximumFractionDigits: 1});

  let timer;
  let polling = false;
  let leaving = false;
  let failures = 0;
  let spoken = part('message').textContent;
  let spokenAt = Date.now();

  async function poll() {
    if (polling || leaving) return;
    polling = true;
    clearTimeout(timer);
    try {
      const status = await fetchStatus();
      found();
      if (!status) leave();
      else if (status.status === 'accepted' || status.status === 'running') show(status);
      else end(status);
    } catch {
      lost();
    } finally {
      polling = false;
      if (!leaving) timer = setTimeout(poll, wait());
    }
  }

  // Nothing: the status cannot be had any more, and the next page says why (removed, expired, logged out).
  async function fetchStatus() {
    const response = await fetch(statusUrl, {
      headers: {Accept: 'application/json'},
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT)
    });
    const gone = response.type === 'opaqueredirect' || [401, 403, 404, 410].includes(response.status);
    const loginPage = response.ok && !response.headers.get('Content-Type')?.includes('json');
    if (gone || loginPage) return null;
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  }

  function wait() {
    return Math.max(pollMillis, Math.min(pollMillis * 2 ** (failures - 1), LONGEST_WAIT));
  }

  function show({progress, message = ''}) {
    const known = typeof progress === 'number';
    if (known) bar.value = progress;
    else bar.removeAttribute('value');
    part('percent').textContent =
      known ? progressTemplate.replace('{0}', () => number.format(progress)) : textIndeterminate;
    part('message').textContent = message;
    part('message').hidden = !message;
    document.title = known ? `(${Math.floor(progress)}%) ${title}` : title;
    if (message !== spoken && Date.now() - spokenAt >= MESSAGE_SPOKEN_EVERY) speak(spoken = message);
  }

  function end({status, message}) {
    if (status === 'succeeded') {
      show({progress: 100, message});
      setTimeout(offerResult, LINK_SHOWN_AFTER);
    }
    leave();
  }

  // A download leaves this page where it is.
  function offerResult() {
    part('eyebrow').textContent = textDone;
    page.classList.add('async-ended');
    part('wait').hidden = true;
    part('percent').hidden = true;
    part('done').hidden = false;
    document.title = title;
    speak(textDone);
  }

  function leave() {
    leaving = true;
    location.replace(nextUrl);
  }

  function lost() {
    if (failures++ === 0) speak(part('lost').textContent);
    part('lost').hidden = false;
  }

  function found() {
    if (failures > 0) speak('');
    failures = 0;
    part('lost').hidden = true;
  }

  function speak(text) {
    part('announcer').textContent = text;
    spokenAt = Date.now();
  }

  document.addEventListener('visibilitychange', () => document.hidden || poll());
  addEventListener('online', poll);
  timer = setTimeout(poll, Math.min(FIRST_POLL, pollMillis));
})();
