// Takes what is sent before the page's own script is there, shows it as sent, and leaves it to that script.
const form = document.querySelector('.composer');
const field = form.querySelector('textarea');

function send(event) {
  event.preventDefault();
  const words = field.value.trim();
  if (words === '') return;
  const bubble = document.createElement('div');
  bubble.className = 'Bubble';
  bubble.textContent = words;
  const message = document.createElement('article');
  message.className = 'Message right';
  message.append(bubble);
  document.querySelector('.log').append(message);
  field.value = '';
}

form.addEventListener('submit', send);
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
});
