package bot

import (
	"slices"
	"sync"
)

// trouble is something that keeps the bot from answering.
type trouble string

const (
	troubleStart    trouble = "Telegram has not been reached yet"
	troubleConflict trouble = "another program polls with this bot's token, or a webhook is set"
	troublePoll     trouble = "Telegram cannot be reached"
	troubleToken    trouble = "Telegram refuses the bot's token"
	troubleStore    trouble = "the store cannot be written; is the disk full?"
)

// troubles are those of now.
type troubles struct {
	mu  sync.Mutex
	now []trouble
}

func (t *troubles) set(one trouble, there bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.now = slices.DeleteFunc(t.now, func(other trouble) bool { return other == one })
	if there {
		t.now = append(t.now, one)
	}
}

// Troubles are what keeps the bot from answering now, a sentence each; none: it
// is ready.
func (b *Bot) Troubles() []string {
	b.troubles.mu.Lock()
	defer b.troubles.mu.Unlock()
	var texts []string
	for _, one := range b.troubles.now {
		texts = append(texts, string(one))
	}
	return texts
}
