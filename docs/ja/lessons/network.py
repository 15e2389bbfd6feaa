# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 変数からネットワークへ
#
# <p class="kobai-need">レッスン 8（全 9 回） · 約 30 分 · 必要なもの：3 つの演習（ほぼできていればよい）</p>
#
# **このレッスンでできるようになること**
#
# - お椀のために書いた歩き方で、データに直線を合わせられる。
# - 同じ関数でネットワークが学習できる理由と、そのとき損失を何回計算するかを言える。
# - 学習したネットワークが知らないことを挙げられる。
#
# このページはノートブックです。ここにあるコードは、サイトを作るときにすべて実行されています。**あなたの関数でも、そのまま動きます。** [network.ipynb](../assets/exercises/network.ipynb) をダウンロードし、自分の `numerical_gradient.py`、`gradient_descent.py`、`plotting.py` と同じフォルダに入れてください。ほかに必要なのは NumPy と matplotlib だけです。
#
# ## あなたが書いた関数

# %%
import matplotlib.pyplot as plt
import numpy as np
from gradient_descent import descent_path
from numerical_gradient import numerical_gradient
from plotting import plot_descent


def bowl(x):
    return x[0] ** 2 + x[1] ** 2


path = descent_path(bowl, np.array([-2.0, 3.0]), lr=0.1, step_num=100)
print("お椀の終点は (0, 0) から 1e-9 以内：", np.linalg.norm(path[-1]) < 1e-9)

# %% [markdown]
# ## 点に合う直線を見つける
#
# [損失関数のレッスン](loss.md)の 5 つの点を使います。直線を決めるパラメータは、重み w とバイアス b の 2 つです。これを 1 つの配列 `p` にまとめます。すると損失は `p` の関数になります。2 つの数を入れると 1 つ出てくる。これまでと同じ、地形です。

# %%
x = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
t = np.array([1.2, 1.4, 2.6, 2.4, 3.4])


def line_loss(p):
    w, b = p
    return 0.5 * sum((w * x_k + b - t_k) ** 2 for x_k, t_k in zip(x, t, strict=True))


print(f"w = 0, b = 0 での損失：{line_loss(np.zeros(2)):.2f}")
slopes = numerical_gradient(line_loss, np.zeros(2))
print("そこでの勾配：", slopes.round(3))

# %% [markdown]
# 2 つの傾きはどちらも負です。つまり、w や b が大きくなる向きに下がっています。歩けば、直線は右上がりになり、上へ動くはずです。学習率はどこまで大きくできるでしょうか。限界は 2/L で、L は最大の曲率です。この地形は斜めのお椀なので、L は[レッスン 6 の図](learning_rate.md)にある短い軸に沿った曲率です。2 階偏微分を並べた表、ヘッセ行列から、NumPy で求められます。（数学では、行列の最大固有値といいます。）

# %%
hessian = np.array([[30.0, 10.0], [10.0, 5.0]])
largest = np.linalg.eigvalsh(hessian).max()
print(f"L = {largest:.1f} なので、学習率は {2 / largest:.3f} より小さくする")

# %% [markdown]
# 限界より少し小さい 0.05 を選んで、歩きます。

# %%
path = descent_path(line_loss, np.zeros(2), lr=0.05, step_num=100)
for step in (0, 1, 2, 10, 100):
    w, b = path[step]
    height = line_loss(path[step])
    print(f"{step:3} 歩目：w = {w:.3f}, b = {b:.3f}, 損失 = {height:.4f}")
print("最小二乗法の正確な答え：", np.linalg.solve(hessian, [27.4, 11.0]).round(3))

# %% [markdown]
# 100 歩で、[連立方程式](loss.md#least-squares)から分かっていた場所に着きました。次の図は、途中の直線です。その次は同じ歩みを地図に描いたもので、描いているのはあなたの `plot_descent` です。

# %% alt="5 つの点と、0、2、10、100 歩目の直線。はじめは下のほうで水平で、最後の直線は点の真ん中を通る。"
figure, axes = plt.subplots(figsize=(7, 3.6))
axes.plot(x, t, "ko")
for step, style in ((0, ":"), (2, "-."), (10, "--"), (100, "-")):
    w, b = path[step]
    axes.plot(x, w * x + b, style, label=f"step {step}")
axes.set_xlabel("x")
axes.set_ylabel("t, y")
axes.legend()
plt.show()

# %% alt="w と b を軸にした損失の地図の上の歩み。細い谷をはさんで行き来してから、谷に沿ってゆっくり進み、(0.54, 1.12) で終わる。"
figure = plot_descent(line_loss, path, np.linspace(-0.6, 1.4, 61), np.linspace(-0.4, 2.4, 61))
figure.axes[0].set_xlabel("w")
figure.axes[0].set_ylabel("b")
plt.show()

# %% [markdown]
# 1 つ目の図では直線が回りながら上がり、2 つ目の図では点が歩いています。**この 2 つは同じことです。** しかも 2 つ目の図には見覚えがありますね。急な向きでは跳ね、緩やかな向きではゆっくり進みます。
#
# <p><strong>先を読む前に考えよう：</strong>学習率を 0.07 にするとどうなるでしょうか。</p>
# <details class="choice"><summary>一歩が長いので、早く着く</summary>
# <p>長い一歩がよいのは、限界までです。ここでの限界は 0.060 です。</p></details>
# <details class="choice right"><summary>離れていく</summary>
# <p>そのとおりです。急な向きの倍率は 1 − 0.07 · 33.5 = −1.35 なので、1 歩ごとに遠くへ離れ、直線はますます激しく上下に揺れます。</p></details>
# <details class="choice"><summary>跳ねるが、着く</summary>
# <p>跳ねるのは確かですが、急な向きの倍率は 1 − 0.07 · 33.5 = −1.35 で、大きさが 1 を超えています。</p></details>
#
# ## 曲線には直線では足りない
#
# 今度のデータは波の形です。直線では曲線に合いません。そこで、小さなネットワークを使います。3 つのニューロンを並べ、それぞれに重みとバイアスをもたせ、和を tanh で曲げます。最後のニューロンが、3 つの結果を足し合わせます。選ぶパラメータは 3 + 3 + 3 + 1 = 10 個です。

# %%
x = np.linspace(-3, 3, 25)
t = np.sin(x)


def predict(p, x):
    weights, biases, mix, shift = p[0:3], p[3:6], p[6:9], p[9]
    bent = np.tanh(np.outer(x, weights) + biases)
    return bent @ mix + shift


def network_loss(p):
    return 0.5 * np.sum((predict(p, x) - t) ** 2)


# %% [markdown]
# 10 変数の地形です。絵に描ける人はいません。けれども霧の中の人は、絵など必要としませんでした。乱数で決めた 10 個の数から出発し、さきほどと**同じ関数**を呼び出します。

# %%
start = np.random.default_rng(1).normal(size=10)
path = descent_path(network_loss, start, lr=0.01, step_num=3000)
heights = np.array([network_loss(p) for p in path])
for step in (0, 30, 300, 3000):
    print(f"{step:4} 歩目：損失 {heights[step]:8.4f}")

# %% alt="25 個の点で表した正弦波と、ネットワークの曲線の図が 4 つ。0 歩目は大きく外れ、30 歩目で向きが合い、300 歩目で形が似て、3000 歩目ではすべての点を通る。"
figure, panels = plt.subplots(1, 4, figsize=(7.4, 2.8), sharey=True)
fine = np.linspace(-3, 3, 100)
for axes, step in zip(panels, (0, 30, 300, 3000), strict=True):
    axes.plot(x, t, "k.")
    axes.plot(fine, predict(path[step], fine))
    axes.set_title(f"step {step}")
    axes.set_xlabel("x")
panels[0].set_ylabel("t, y")
panels[0].set_ylim(-1.6, 1.6)
plt.show()

# %% alt="ステップ数に対する損失を対数目盛で描いた図。すぐに急に下がり、500 歩あたりまではほぼ平らで、そのあと 0.0035 まで下がり続ける。"
figure, axes = plt.subplots(figsize=(7, 3.4))
axes.semilogy(heights)
axes.set_xlabel("step")
axes.set_ylabel("loss E")
axes.grid()
plt.show()

# %% [markdown]
# 自分でも学習させてみましょう。10 個の数と、それが作る曲線と、損失が、いっしょに変わっていきます。
#
# <kobai-network starts="0.3456 0.8216 0.3304 -1.3032 0.9054 0.4464 -0.5370 0.5811 0.3646 0.2941, 0.1891 -0.5227 -0.4131 -2.4415 1.7997 1.1442 -0.3254 0.7738 0.2812 -0.5538, 2.0409 -2.5557 0.4181 -0.5678 -0.4526 -0.2156 -2.0200 -0.2319 -0.8652 3.3230"><span>スクリプトを有効にすると、上と同じ歩みで 10 個の数が学習する様子を、ここで見られます。</span></kobai-network>
#
# 10 個の数が、波になりました。ネットワークに正弦関数を教えた人はいません。教えたのは、どれくらい悪いかだけです。あとは坂を下っただけです。
#
# <p><strong>先を読む前に考えよう：</strong>この歩みで、損失を何回計算したでしょうか。</p>
# <details class="choice"><summary>1 歩に 1 回で、3000 回</summary>
# <p>損失の値が 1 つあれば高さは分かりますが、どちらが下かは分かりません。数値微分で勾配を 1 回求めるには、何回計算しますか。</p></details>
# <details class="choice"><summary>10 個の変数に 1 回ずつ、3000 歩で 3 万回</summary>
# <p>あと一歩です。中心差分では、変数ごとに両側で計算します。</p></details>
# <details class="choice right"><summary>6 万回</summary>
# <p>そのとおりです。10 個の変数それぞれに 2 回ずつ、それを 3000 歩です。10 変数なら 1 秒ほどで終わります。100 万変数なら、1 歩だけで 200 万回です。だから大きなネットワークでは、連鎖律を使って勾配を求めます（誤差逆伝播法）。歩き方は同じです。</p></details>
#
# ## ネットワークが知らないこと
#
# このネットワークが見た波は、−3 から 3 までです。その 25 個の点が訓練データです。見たことのない点について、テストデータのように尋ねてみます。

# %%
for far in (1.4, 2.9, 6.0):
    guess = predict(path[-1], np.array([far]))[0]
    print(f"x = {far}：ネットワーク {guess:+.3f}, 正弦 {np.sin(far):+.3f}")

# %% [markdown]
# 内側ではよく合っています。外側では見当もついていません。しかも、そうとは言ってくれません。
#
# ## よくある思い違い
#
# ### 「ネットワークは点を覚えている」
#
# 覚えているのは 10 個の数です。点は、その数がどれくらい悪いかを言うためだけに使われました。
#
# ### 「損失がほぼゼロなら、理解したということだ」
#
# 見せた点の近くを曲線が通っている、というだけです。ほかの場所でどうなるかは、ほかの場所で試すしかありません。パラメータがとても多いネットワークは、ばらつきのある点をすべてぴったり通りながら、その間では大きく外れることがあります。これが過学習です。
#
# ### 「出発点が違っても同じネットワークになる」
#
# `default_rng(1)` の 1 を 2 に変えてみましょう。3000 歩進んでも、損失は 100 倍以上高いままです。別の谷なのか、長い台地なのか。歩いている本人には分かりません。
#
# ## 関連する演習
#
# [network.ipynb](../assets/exercises/network.ipynb) を、自分の 3 つのファイルと同じフォルダで実行してみましょう。次に、自分の直線を求めます。最近の実験レポートの数値を `x` と `t` に入れてください。学習率はいくつにすればよいでしょうか。
#
# ## 参考文献
#
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by back-propagating errors", *Nature* 323 (1986)。
# - G. Cybenko, "Approximation by superpositions of a sigmoidal function", *Mathematics of Control, Signals, and Systems* 2 (1989)：閉区間の上のどんな連続な曲線にも、曲げた和を十分に多く足せば、望むだけ近づける理由。
# - 斎藤康毅『ゼロから作る Deep Learning』第 3 章から第 5 章。
