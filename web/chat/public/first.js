// Takes what is sent before the page's own script is there, shows it as sent, and leaves it to that script.
const field = document.querySelector('.words');

function send() {
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

document.querySelector('.send').addEventListener('click', send);
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
