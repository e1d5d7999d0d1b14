// As the address says: ?href=...&navigate=...&lang=...&dir=...
const {lang = 'en', dir = 'ltr', ...attributes} = Object.fromEntries(new URLSearchParams(location.search));
Object.assign(document.documentElement, {lang, dir});
// axe takes any other canvas for a white one
Object.assign(document.body.style, {background: 'Canvas', color: 'CanvasText'});

const element = document.createElement('async-process');
for (const type of ['progress', 'done', 'error']) {
  element.addEventListener(type, ({detail}) => document.getElementById('events').append(`${type} ${detail.status} `));
}
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
document.querySelector('main').append(element);
