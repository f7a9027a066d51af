package bot

import (
	"html"
	"slices"
	"strings"

	"github.com/go-telegram/bot/models"
)

// Rich Messages (https://core.telegram.org/bots/api#sendrichmessage) are made of
// blocks with rich text in them. A doc is what both they and HTML are made from.

// rich is the whole doc as rich text, less its quotes' frames.
func (d *doc) rich() models.RichText {
	text := d.text.String()
	return richOf(text, 0, len(text), d.ordered())
}

// ordered are the entities with the outer ones first: of two that cover the same
// text the later was closed after the other.
func (d *doc) ordered() []entity {
	all := slices.Clone(d.entities)
	slices.Reverse(all)
	slices.SortStableFunc(all, func(a, b entity) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	return all
}

// richOf is text[from:to] with the entities that lie in it, outer ones first.
func richOf(text string, from, to int, entities []entity) models.RichText {
	parts := []models.RichText{}
	plain := func(end int) {
		if end > from {
			parts = append(parts, models.RichText{PlainText: text[from:end]})
			from = end
		}
	}
	for len(entities) > 0 {
		outer, inner := entities[0], 1
		for inner < len(entities) && entities[inner].start < outer.end {
			inner++
		}
		plain(outer.start)
		parts = append(parts, wrap(outer, richOf(text, outer.start, outer.end, entities[1:inner])))
		from, entities = outer.end, entities[inner:]
	}
	plain(to)
	if len(parts) == 1 {
		return parts[0]
	}
	return models.RichText{Array: parts}
}

func wrap(e entity, inner models.RichText) models.RichText {
	switch e.tag {
	case "b":
		return models.RichText{Type: models.RichTextTypeBold, RichTextBold: &models.RichTextBold{Text: inner}}
	case "i":
		return models.RichText{Type: models.RichTextTypeItalic, RichTextItalic: &models.RichTextItalic{Text: inner}}
	case "a":
		address := html.UnescapeString(strings.TrimSuffix(strings.TrimPrefix(e.attributes, ` href="`), `"`))
		return models.RichText{Type: models.RichTextTypeURL, RichTextURL: &models.RichTextURL{Text: inner, URL: address}}
	}
	return inner
}

func paragraphBlock(d *doc) models.InputRichBlock {
	return models.InputRichBlock{Type: models.RichBlockTypeParagraph, InputRichBlockParagraph: &models.InputRichBlockParagraph{Text: d.rich()}}
}

// quoteBlock is folded when it is long.
func quoteBlock(d *doc) models.InputRichBlock {
	return models.InputRichBlock{Type: models.RichBlockTypeExpandableBlockQuotation,
		InputRichBlockExpandableBlockQuotation: &models.InputRichBlockExpandableBlockQuotation{Text: d.rich()}}
}

func footerBlock(d *doc) models.InputRichBlock {
	return models.InputRichBlock{Type: models.RichBlockTypeFooter, InputRichBlockFooter: &models.InputRichBlockFooter{Text: d.rich()}}
}

func tableBlock(cells [][]models.RichBlockTableCell) models.InputRichBlock {
	return models.InputRichBlock{Type: models.RichBlockTypeTable,
		InputRichBlockTable: &models.InputRichBlockTable{Cells: cells, IsBordered: true, IsStriped: true, IsCompact: true}}
}

const (
	alignLeft  = "left"
	alignRight = "right"
)

func tableCell(d *doc, align string, header bool) models.RichBlockTableCell {
	text := d.rich()
	return models.RichBlockTableCell{Text: &text, IsHeader: header, Align: align, Valign: "middle"}
}
