// The processing page around its <async-process>: the tab's title, and a notification for whoever wants one.
import './async-process.js';

const DONE_AFTER = 2000;

const page = document.querySelector('.async-processing');
const process = page.querySelector('async-process');
const notify = page.querySelector('.async-notify');
const log = page.querySelector('.async-log');
const {title, textDone} = page.dataset;

process.addEventListener('progress', ({detail: {progress, log: lines}}) => {
  document.title = typeof progress === 'number' ? `(${Math.floor(progress)}%) ${title}` : title;
  showLog(lines);
});

process.addEventListener('done', ({detail: {log: lines}}) => {
  tell(textDone);
  showLog(lines);
  // a download leaves this page where it is
  setTimeout(() => {
    document.title = title;
    page.classList.add('async-ended');
    page.querySelector('.async-eyebrow').textContent = textDone;
    page.querySelector('.async-wait').hidden = notify.hidden = true;
    page.querySelector('.async-foot').hidden = log.hidden;
  }, DONE_AFTER);
});

process.addEventListener('error', () => tell(process.shadowRoot.querySelector('[part=title]').textContent));

notify.hidden = globalThis.Notification?.permission !== 'default';
notify.firstElementChild.addEventListener('click', async () => {
  notify.hidden = await Notification.requestPermission() !== 'default';
});

function showLog(url) {
  if (url) log.firstElementChild.href = url;
  log.hidden = !url;
}

function tell(body) {
  if (!document.hidden || globalThis.Notification?.permission !== 'granted') return;
  try {
    new Notification(title, {body, lang: document.documentElement.lang, tag: process.getAttribute('href')});
  } catch {
    // phones know notifications of service workers only
  }
}
