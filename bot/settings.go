package bot

import (
	"context"
	"strconv"
	"strings"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"youju/lang"
	"youju/store"
)

// buttonSetting changes a setting: its data are "s.SETTING.VALUE", the value as it
// shall be, so that a tap that is handled twice does no harm and one from long ago
// does what its button says.
const buttonSetting = "s"

const (
	settingLanguage = "l" // the store's number of it
	settingBrief    = "b" // 0 or 1, as the one below
	settingPlain    = "p"
)

func settingData(setting string, value int) string {
	return buttonSetting + "." + setting + "." + strconv.Itoa(value)
}

// changed are the settings after a tap; false where it is none of ours.
func changed(set store.Settings, data string) (store.Settings, bool) {
	parts := strings.Split(data, ".")
	if len(parts) != 3 {
		return set, false
	}
	value, err := strconv.Atoi(parts[2])
	most := 1
	if parts[1] == settingLanguage {
		most = len(lang.All())
	}
	if err != nil || value < 0 || value > most {
		return set, false
	}
	switch parts[1] {
	case settingLanguage:
		set.Language = value
	case settingBrief:
		set.Brief = value == 1
	case settingPlain:
		set.Plain = value == 1
	default:
		return set, false
	}
	return set, true
}

// settings shows what the chat has set, with buttons to change it.
func (b *Bot) settings(ctx context.Context, to place) reply {
	set, err := b.cfg.Store.Settings(ctx, to.chat)
	if err != nil {
		b.log.Error("a chat's settings cannot be read", "chat", to.chat, "error", err)
		return refuse(to, to.lang.Say("bot.broken"))
	}
	return tell(to, renderSettings(to.lang, set))
}

// tapSetting changes a setting and the message that shows it. In a group its
// administrators alone may.
func (b *Bot) tapSetting(ctx context.Context, q *models.CallbackQuery, to place) reply {
	set, err := b.cfg.Store.Settings(ctx, to.chat)
	set, ok := changed(set, q.Data)
	if !ok {
		return b.tapRefused(ctx, q, to.lang.Say("bot.tap-unknown"))
	}
	if to.chat != q.From.ID && !b.administers(ctx, to.chat, q.From.ID) {
		return b.tapRefused(ctx, q, to.lang.Say("bot.settings-admins"))
	}
	if err == nil {
		err = b.cfg.Store.SetSettings(ctx, to.chat, set)
	}
	if err != nil {
		b.log.Error("a chat's settings cannot be kept", "chat", to.chat, "error", err)
		return b.tapRefused(ctx, q, to.lang.Say("bot.broken"))
	}
	b.acknowledge(ctx, q, "")
	to = b.settle(ctx, to, &q.From, "")
	r := tell(to, renderSettings(to.lang, set))
	if m := q.Message.Message; m != nil { // one that is too old to be shown is too old to be edited
		r.edits = &edits{message: m.ID}
	}
	return r
}

// keepSettings takes those of a group along when it becomes a supergroup, which is
// another chat.
func (b *Bot) keepSettings(ctx context.Context, from, to int64) {
	set, err := b.cfg.Store.Settings(ctx, from)
	if err == nil && set != (store.Settings{}) {
		err = b.cfg.Store.SetSettings(ctx, to, set)
	}
	if err != nil {
		b.log.Error("the settings of a group that became a supergroup are lost", "chat", to, "error", err)
	}
}

// administers says whether a person may set things for a group. Where Telegram does
// not tell, nobody may.
func (b *Bot) administers(ctx context.Context, group, person int64) bool {
	var member *models.ChatMember
	err := b.call(ctx, func(ctx context.Context) (err error) {
		member, err = b.api.GetChatMember(ctx, &tg.GetChatMemberParams{ChatID: group, UserID: person})
		return err
	})
	if err != nil || member == nil {
		b.log.Warn("Telegram does not say who administers a group", "chat", group, "error", err)
		return false
	}
	return member.Type == models.ChatMemberTypeOwner || member.Type == models.ChatMemberTypeAdministrator
}

// renderSettings says in words what holds; a mark on a button says it again.
func renderSettings(l lang.Language, set store.Settings) []message {
	language := l.Say("bot.language-own")
	if chosen, ok := chosenLanguage(set); ok {
		language = chosen.Name()
	}
	length, rich := l.Say("bot.answers-full"), l.Say("bot.rich-on")
	if set.Brief {
		length = l.Say("bot.answers-brief")
	}
	if set.Plain {
		rich = l.Say("bot.rich-off")
	}
	languages := []models.InlineKeyboardButton{settingButton(l.Say("button.language-own"), settingData(settingLanguage, 0), set)}
	for _, one := range lang.All() {
		languages = append(languages, settingButton(one.Name(), settingData(settingLanguage, int(one)+1), set))
	}
	return new(doc).write(l.Say("bot.settings", language, length, rich)).pages([][]models.InlineKeyboardButton{
		languages[:2], languages[2:],
		{settingButton(l.Say("button.full"), settingData(settingBrief, 0), set), settingButton(l.Say("button.brief"), settingData(settingBrief, 1), set)},
		{settingButton(l.Say("button.rich-on"), settingData(settingPlain, 0), set), settingButton(l.Say("button.rich-off"), settingData(settingPlain, 1), set)},
	})
}

// settingButton is marked where what it sets holds already.
func settingButton(label, data string, set store.Settings) models.InlineKeyboardButton {
	if after, _ := changed(set, data); after == set {
		label = "✓ " + label
	}
	return models.InlineKeyboardButton{Text: label, CallbackData: data}
}
