package bot

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"youju/answer/asking"
	"youju/answer/say"
	"youju/store"
)

// Remembered is what a turn keeps of its answer, so that buttons below it work
// after a restart. Its JSON is also what feedback is kept with.
type Remembered struct {
	Answer  say.Answer    `json:"answer"`
	Marks   []say.Mark    `json:"marks"`   // of the answer, whose JSON leaves them out
	History []asking.Turn `json:"history"` // what was said before
}

func remember(a say.Answer, history []asking.Turn) []byte {
	detail, _ := json.Marshal(Remembered{a, a.Marks, history}) // texts and numbers: this cannot fail
	return detail
}

// Recall reads what a turn, or a rating, was kept with.
func Recall(detail []byte) (Remembered, error) {
	var r Remembered
	err := json.Unmarshal(detail, &r)
	r.Answer.Marks = r.Marks
	return r, err
}

// aboutData is the callback data of a button that is about the answer above it,
// which it names by the update that was answered.
func aboutData(kind string, to place) string { return kind + "." + strconv.FormatInt(to.update, 36) }

// turnOf finds the turn that a tapped button is about; ok is false where it is not
// kept, or no longer, or is another chat's.
func (b *Bot) turnOf(ctx context.Context, chat int64, data string) (turn store.Turn, r Remembered, ok bool) {
	_, number, _ := strings.Cut(data, ".")
	update, err := strconv.ParseInt(number, 36, 64)
	if err != nil {
		return turn, r, false
	}
	if turn, err = b.cfg.Store.TurnOf(ctx, chat, update); err == nil && len(turn.Detail) > 0 {
		r, err = Recall(turn.Detail)
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		b.log.Error("what a message showed cannot be read", "chat", chat, "error", err)
	}
	return turn, r, err == nil && len(turn.Detail) > 0
}
