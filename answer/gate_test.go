package answer

import "youju/news"

func noteFor(kind, text string) news.Note { return news.Note{Kind: news.NoteKind(kind), Text: text} }
