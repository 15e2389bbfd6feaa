import numpy as np, matplotlib.pyplot as plt
def plot_surface(f,x0,x1):
    x,y=np.meshgrid(x0,x1)
    fig=plt.figure()
    ax=fig.add_subplot(projection='3d')
    ax.plot_surface(x,y,f(np.array([x,y])))
    ax.set_xlabel('x0');ax.set_ylabel('x1');ax.set_zlabel('f')
    return fig
def plot_contour(f,x0,x1):
    x,y=np.meshgrid(x0,x1)
    fig=plt.figure()
    plt.contourf(x,y,f(np.array([x,y])))
    plt.colorbar()
    plt.axis('equal')
    plt.xlabel('x0');plt.ylabel('x1')
    return fig
def plot_descent(f,path,x0,x1):
    x,y=np.meshgrid(x0,x1)
    fig=plt.figure()
    plt.contour(x,y,f(np.array([x,y])))
    plt.plot(path[:,0],path[:,1],'.-')
    plt.xlabel('x0');plt.ylabel('x1')
    return fig
