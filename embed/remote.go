package embed

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"time"
)

// Kind is the protocol of an embedding endpoint.
type Kind string

const (
	// OpenAI is POST {URL}/embeddings with {"model","input"}, answered by {"data":[{"index","embedding"}]}:
	// https://platform.openai.com/docs/api-reference/embeddings.
	OpenAI Kind = "openai"
	// Ollama is POST {URL}/api/embed with {"model","input"}, answered by {"embeddings"}:
	// https://docs.ollama.com/api/embed.
	Ollama Kind = "ollama"
)

// RemoteConfig says how to reach an embedding endpoint. URL, Model and Kind must be set.
type RemoteConfig struct {
	URL    string // where the kind's path is added, e.g. https://api.example.com/v1
	Model  string
	APIKey string // sent as a bearer token; never part of an error
	Kind   Kind

	QueryPrefix   string // put before questions
	PassagePrefix string // put before passages
	BatchSize     int    // texts in a request; 0: 32
	Retries       int    // after 429 and 5xx answers and failed connections; 0: 4, below 0: none

	Timeout time.Duration // for one request; 0: one minute
	Client  *http.Client  // nil: http.DefaultClient, which honours HTTPS_PROXY
}

// Remote embeds texts through an endpoint. It is safe for concurrent use.
type Remote struct {
	config   RemoteConfig
	endpoint string
	host     string
	backoff  time.Duration // before the first retry; doubled with each
}

// NewRemote checks a configuration; it does not connect.
func NewRemote(config RemoteConfig) (*Remote, error) {
	base, err := url.Parse(config.URL)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, errors.New("configure the embedding endpoint: its URL must begin with http:// or https:// and name a host")
	}
	paths := map[Kind]string{OpenAI: "embeddings", Ollama: "api/embed"}
	path, ok := paths[config.Kind]
	if !ok {
		return nil, fmt.Errorf("configure the embedding endpoint: unknown kind %q, want %q or %q", config.Kind, OpenAI, Ollama)
	}
	if config.Model == "" {
		return nil, errors.New("configure the embedding endpoint: no model is named")
	}
	config.setDefaults()
	return &Remote{config: config, endpoint: base.JoinPath(path).String(), host: base.Host, backoff: 500 * time.Millisecond}, nil
}

func (c *RemoteConfig) setDefaults() {
	if c.BatchSize <= 0 {
		c.BatchSize = 32
	}
	if c.Retries == 0 {
		c.Retries = 4
	}
	if c.Timeout <= 0 {
		c.Timeout = time.Minute
	}
	if c.Client == nil {
		c.Client = http.DefaultClient
	}
}

// Model is the identity of the vectors: kind, host, model and what goes before a passage.
func (r *Remote) Model() string {
	return fmt.Sprintf("%s %s %s %q", r.config.Kind, r.host, r.config.Model, r.config.PassagePrefix)
}

// EmbedQuery returns the unit vector of a question.
func (r *Remote) EmbedQuery(ctx context.Context, text string) ([]float32, error) {
	vectors, err := r.embed(ctx, []string{r.config.QueryPrefix + text})
	if err != nil {
		return nil, fmt.Errorf("embed a query: %w", err)
	}
	return vectors[0], nil
}

// EmbedPassages returns the unit vectors, all of one length, of texts in their order. done may be nil; otherwise it is
// called with the number of texts that are finished so far.
func (r *Remote) EmbedPassages(ctx context.Context, texts []string, done func(n int)) ([][]float32, error) {
	vectors := make([][]float32, 0, len(texts))
	for begin := 0; begin < len(texts); begin += r.config.BatchSize {
		batch := make([]string, min(r.config.BatchSize, len(texts)-begin))
		for i := range batch {
			batch[i] = r.config.PassagePrefix + texts[begin+i]
		}
		part, err := r.embed(ctx, batch)
		if err == nil && len(vectors) > 0 && len(part[0]) != len(vectors[0]) {
			err = fmt.Errorf("vectors of %d numbers after vectors of %d", len(part[0]), len(vectors[0]))
		}
		if err != nil {
			return nil, fmt.Errorf("embed passages %d to %d of %d: %w", begin+1, begin+len(batch), len(texts), err)
		}
		vectors = append(vectors, part...)
		if done != nil {
			done(len(vectors))
		}
	}
	return vectors, nil
}

// embed returns the unit vectors of at least one and at most BatchSize texts.
func (r *Remote) embed(ctx context.Context, texts []string) ([][]float32, error) {
	vectors, err := r.request(ctx, texts)
	if err != nil {
		return nil, err
	}
	if len(vectors) != len(texts) {
		return nil, fmt.Errorf("the endpoint sent %d vectors for %d texts", len(vectors), len(texts))
	}
	for i, vector := range vectors {
		if len(vector) != len(vectors[0]) {
			return nil, fmt.Errorf("the endpoint sent vectors of %d and of %d numbers", len(vectors[0]), len(vector))
		}
		if err := normalizeRemote(vector); err != nil {
			return nil, fmt.Errorf("vector %d from the endpoint %w", i+1, err)
		}
	}
	return vectors, nil
}

func normalizeRemote(vector []float32) error {
	var sum float64
	for _, v := range vector {
		sum += float64(v) * float64(v)
	}
	if len(vector) == 0 || sum == 0 {
		return errors.New("is empty or zero")
	}
	if math.IsNaN(sum) || math.IsInf(sum, 0) {
		return errors.New("holds a number that is not finite")
	}
	normalize(vector, vector)
	return nil
}
