"""The words that made-up notes consist of. Lists that a title is spelled with have 32 words each."""

GERUNDS = """Learning Rethinking Scaling Aligning Probing Pruning Distilling Unifying Bounding Editing
Steering Routing Merging Decoding Explaining Measuring Revisiting Compressing Calibrating Evaluating
Tracing Adapting Grounding Sampling Ranking Parsing Regularizing Simulating Verifying Composing
Factorizing Forecasting""".split()

ADJECTIVES = """Sparse Dense Causal Latent Robust Modular Recurrent Hierarchical Multilingual Spectral
Bayesian Contrastive Adversarial Private Federated Continual Neural Symbolic Elastic Stochastic
Equivariant Temporal Visual Spoken Legal Clinical Molecular Geometric Discrete Implicit Faithful
Efficient""".split()

NOUNS = """Attention Memory Reasoning Translation Retrieval Planning Dialogue Segmentation Diffusion
Optimization Alignment Tokenization Summarization Recognition Generation Embeddings Transformers
Gradients Kernels Graphs Rewards Policies Features Corpora Benchmarks Experts Prompts Adapters Agents
Proofs Speech Robotics""".split()

KANJI_ADJECTIVES = """疎な 密な 因果的 潜在的 頑健な 部分的 再帰的 階層的 多言語の 周波数的 確率的 対照的 敵対的
匿名の 分散型 継続的 神経的 記号的 弾力的 動的な 同変な 時間的 視覚的 音声の 法律の 臨床の 分子の 幾何的 離散的
暗黙の 忠実な 高速な""".split()

KANJI_NOUNS = """注意機構 記憶 推論 翻訳 検索 計画 対話 領域分割 拡散過程 最適化 整合 分かち書き 要約 認識 生成
埋め込み 変換器 勾配 カーネル グラフ 報酬 方策 特徴量 コーパス 評価基盤 専門家混合 プロンプト アダプタ エージェント
証明 音声合成 ロボット""".split()

KANJI_ACTS = """学習 再考 拡張 調整 分析 枝刈り 蒸留 統合 限界 編集 制御 経路選択 併合 復号 説明 測定 再検証 圧縮
較正 評価 追跡 適応 接地 標本化 順位付け 構文解析 正則化 模擬 検証 合成 分解 予測""".split()

SYLLABLES = """ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta
ve vo zu""".split()

FIRST_NAMES = """Aiko Akira Ana Ben Chen Clara Dana Elif Emre Fatima Felix Grace Hana Hiro Ines Ivan
Jin Jonas Kaori Kenji Lena Li Lucas Mei Mina Noah Olga Omar Priya Ravi Sara Sven Tao Uma Wei Yan
Yuki Zoe""".split()

LAST_NAMES = """Abe Adler Bauer Becker Chen Costa Dietrich Eriksen Fischer Fujita Garcia Gupta Haas
Hayashi Hoang Ito Ivanova Jansen Kato Keller Kim Kimura Lang Li Lindqvist Liu Mori Moreau Nagai
Nguyen Novak Ota Park Patel Petrov Rossi Saito Sato Schulz Sharma Silva Singh Suzuki Takeda Tanaka
Ueda Vogel Wang Weber Wu Xu Yamada Yang Yilmaz Yoshida Zhang Zhao Zhou""".split()

VENUES = "ACL AAAI CVPR EACL ECCV EMNLP ICCV ICLR ICML IJCAI NAACL NeurIPS COLING TACL".split()

# The first is on every fifth entry; the others follow by how often they are used.
TAGS = """LanguageModel;NLP;Selected Papers/Blogs;Pocket;Supervised-FineTuning (SFT);機械学習;Dataset;
Transformer;read-later;ReinforcementLearning;KeyPoint Notes;Evaluation;Zero/Few-shot;DiffusionModel;
自然言語処理;In-Depth Notes;LongSequence;OpenSource;Speech;VisionLanguageModel""".replace("\n", "").split(";")

SUBJECTS = """The method;A small model;This paper;The proposed loss;A frozen encoder;The benchmark;
Their analysis;A simple baseline;The second stage;Each expert;The router;A short warm-up""".replace(
    "\n", ""
).split(";")
ACTS = """keeps the early layers fixed;needs half of the labels;matches a model ten times its size;
fails on long inputs;is trained on translated pairs;removes the extra head;shows that depth matters
 less than width;is compared with four earlier systems;transfers to speech without changes;
lowers the cost of each step;hides an error in the evaluation;agrees with what was found before
""".replace("\n", "").split(";")
TAILS = """once the data is cleaned;in every setting but one;at the price of more memory;
as 𝔼[r] grows;on three of five tasks 🤖;when $k \\le 8$;if the learning rate is halved;
and the code is public;without any tuning;with `beta = 0.9`;for *all* seeds;at 7B and 70B""".replace(
    "\n", ""
).split(";")

KANJI_SUBJECTS = """提案手法は;小規模なモデルは;本論文は;新しい損失関数は;固定した符号化器は;評価基盤は;この分析は;
単純な基準手法は;第二段階は;各専門家は;経路選択器は;短い予備学習は""".replace("\n", "").split(";")
KANJI_TAILS = """初期の層を固定したまま学習する。;必要なラベルを半分に減らす。;十倍の大きさのモデルに並ぶ。;長い入力では失敗する。;
翻訳した対で訓練される。;余分なヘッドを取り除く。;幅より深さの影響が小さいことを示す。;四つの従来手法と比べられる。;
そのまま音声にも使える🎉。;計算量を抑える。;評価の誤りを見つける。;先行研究と一致し、𠮷野家の例でも成り立つ。""".replace(
    "\n", ""
).split(";")
