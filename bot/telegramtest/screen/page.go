// Package screen draws what a Telegram client shows of a conversation with the fake
// Bot API server: bubbles with their markup, quotes, tables, photos and buttons, made
// of the messages as they were sent. It is for pictures in documentation.
package screen

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"youju/bot/telegramtest"
)

// Line is a message, or what somebody did where there is none.
type Line struct {
	Message *telegramtest.Message
	Mine    bool   // written by the person whose screen it is
	Did     string // "点「图表」"
}

// Page is the screen as HTML: one column, Width pixels wide.
func Page(lines []Line) (string, error) {
	var bubbles []bubble
	for _, l := range lines {
		b := bubble{Did: l.Did, Mine: l.Mine}
		if l.Message != nil {
			b.show(l.Message, l.Mine)
		}
		bubbles = append(bubbles, b)
	}
	var out strings.Builder
	if err := page.Execute(&out, map[string]any{"Width": Width, "Bubbles": bubbles}); err != nil {
		return "", fmt.Errorf("draw a screen: %w", err)
	}
	return out.String(), nil
}

// Width of the screen in CSS pixels: a phone's.
const Width = 420

// bubble is what the template draws.
type bubble struct {
	Did        string
	Mine       bool
	From       string // in groups
	Reply      string
	Forwarded  bool
	Photo      template.URL
	File, Size string
	Body       template.HTML
	Rows       [][]string // buttons
}

func (b *bubble) show(m *telegramtest.Message, mine bool) {
	if m.Chat.Type != "private" && !mine {
		b.From = m.From.FirstName
	}
	b.Forwarded = len(m.ForwardOrigin) > 0
	if r := m.ReplyToMessage; r != nil && !mine {
		b.Reply, _, _ = strings.Cut(r.Text+r.Caption, "\n")
		if strings.HasPrefix(b.Reply, "/start ") { // a client does not show what a link carried
			b.Reply = "/start"
		}
		if b.Reply == "" && r.RichMessage != nil {
			b.Reply, _, _ = strings.Cut(r.RichMessage.Text(), "\n")
		}
	}
	switch {
	case m.RichMessage != nil:
		b.Body = blocks(m.RichMessage.Blocks)
	case m.Caption != "":
		b.Body = marked(m.Caption, m.CaptionEntities)
	default:
		b.Body = marked(m.Text, m.Entities)
	}
	if len(m.Photo) > 0 {
		data := m.Photo[0].Data
		b.Photo = template.URL("data:" + http.DetectContentType(data) + ";base64," + base64.StdEncoding.EncodeToString(data)) //nolint:gosec // ours
	}
	if m.Document != nil {
		b.File, b.Size = m.Document.Name, fmt.Sprintf("%.1f KB", float64(m.Document.Size)/1000)
	}
	if m.ReplyMarkup != nil {
		for _, row := range m.ReplyMarkup.InlineKeyboard {
			var labels []string
			for _, button := range row {
				labels = append(labels, button.Text)
			}
			b.Rows = append(b.Rows, labels)
		}
	}
}

var page = template.Must(template.New("screen").Parse(`<!doctype html>
<meta charset="utf-8">
<style>
* { box-sizing: border-box; margin: 0 }
body { width: {{.Width}}px; padding: 12px 10px 4px; background: #dbe5ea; color: #16202a; font: 15px/1.45 "Noto Sans CJK SC", "Noto Color Emoji", sans-serif }
.line { display: flex; flex-direction: column; align-items: flex-start; margin-bottom: 8px }
.mine { align-items: flex-end }
.did { align-self: center; align-items: center; font-size: 12.5px }
.did span { background: #9db0bb; color: #fff; border-radius: 11px; padding: 2px 10px }
.column { max-width: 376px; min-width: 120px }
.bubble { background: #fff; border-radius: 12px 12px 12px 3px; padding: 7px 10px 8px; white-space: pre-wrap; overflow-wrap: anywhere }
.mine .bubble { background: #e4f8d2; border-radius: 12px 12px 3px 12px }
.from { color: #b0572d; font-weight: 600; font-size: 13px; white-space: normal }
.reply { border-left: 3px solid #3f8ec9; background: #edf4f9; color: #4b5b66; font-size: 13px; padding: 1px 7px; border-radius: 4px; margin-bottom: 4px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 340px }
.photo { width: calc(100% + 20px); margin: 0 -10px 6px; display: block }
.file { display: flex; align-items: center; gap: 9px; margin-bottom: 4px; white-space: normal }
.file i { background: #3f8ec9; color: #fff; border-radius: 50%; width: 38px; height: 38px; display: grid; place-items: center; font: 600 12px sans-serif }
.file small { color: #6b7a85; display: block }
a { color: #1f6fae; text-decoration: none }
blockquote { border-left: 3px solid #3f8ec9; background: #edf4f9; border-radius: 4px; padding: 3px 8px; margin: 2px 0; font-size: 14px }
p + p, blockquote + p, table + p, footer + p { margin-top: 6px }
table { border-collapse: collapse; margin: 7px 0; font-size: 13.5px; white-space: normal; width: 100% }
td + td, th + th { white-space: nowrap }
td, th { border: 1px solid #c9d5dc; padding: 4px 7px; text-align: left; font-weight: normal }
th { background: #edf2f5; font-weight: 600 }
tr:nth-child(odd) td { background: #f7f9fa }
footer { color: #5c6b76; font-size: 13px }
.keys { display: flex; gap: 4px; margin-top: 4px }
.keys span { flex: 1; background: #8ba6b5; color: #fff; border-radius: 7px; padding: 5px 4px; text-align: center; font-size: 13px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
</style>
{{range .Bubbles}}{{if .Did}}<div class="line did"><span>{{.Did}}</span></div>
{{else}}<div class="line{{if .Mine}} mine{{end}}"><div class="column"><div class="bubble">{{with .From}}<div class="from">{{.}}</div>{{end -}}
{{if .Forwarded}}<div class="from">转发的消息</div>{{end}}{{with .Reply}}<div class="reply">{{.}}</div>{{end}}{{with .Photo}}<img class="photo" src="{{.}}">{{end -}}
{{if .File}}<div class="file"><i>CSV</i><div><b>{{.File}}</b><small>{{.Size}}</small></div></div>{{end}}{{.Body}}</div>
{{range .Rows}}<div class="keys">{{range .}}<span>{{.}}</span>{{end}}</div>
{{end}}</div></div>
{{end}}{{end}}`))
